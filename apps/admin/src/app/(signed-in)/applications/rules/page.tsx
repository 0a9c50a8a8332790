import type { Metadata } from 'next';
import { ReviewRules } from '../../../../features/applications/review-rules.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Review rules' };

export default screen(async ({ api }) => <ReviewRules rules={await api.applications.rules()} />);
