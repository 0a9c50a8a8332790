import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TwoFactor } from '../../../features/account/two-factor.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Your account' };

export default screen(async ({ person }) => (
  <Page width="narrow">
    <PageHeader title="Your account" description={`${person.name} · ${person.email}`} />
    <TwoFactor />
  </Page>
));
