import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { JobsOverview } from '../../../features/jobs/jobs-overview.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Jobs' };

export default screen(async ({ api }) => (
  <Page>
    <PageHeader
      title="Jobs"
      description="Work that happens in the background: mails, calculations, expiries."
    />
    <JobsOverview overview={await api.jobs.overview()} />
  </Page>
));
