import type { Metadata } from 'next';
import { IntroductionScreen } from '../../../../features/introductions/introduction-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Introduction' };

export default screen<'id'>(async ({ api, params }) => (
  <IntroductionScreen introduction={await api.introductions.mineDetail({ id: params.id })} />
));
