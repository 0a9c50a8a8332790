import { NotificationSettings } from '@goodword/web';
import type { Metadata } from 'next';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'What we tell you' };

export default screen(async ({ api }) => <NotificationSettings settings={await api.inbox.settings()} />);
