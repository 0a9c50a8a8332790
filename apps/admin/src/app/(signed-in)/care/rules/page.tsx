import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { RulesTable } from '../../../../features/care/rules-table.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Cadence and gift limits' };

export default screen(async ({ api }) => (
  <Page>
    <PageHeader
      title="Cadence and gift limits"
      description="How often partners of a type hear from us, and what one partner may be given in a calendar year. A partner of several types is held to the strictest."
      breadcrumbs={[{ label: 'Care', href: '/care' }, { label: 'Cadence and gift limits' }]}
    />
    <RulesTable rules={await api.care.rules()} />
  </Page>
));
