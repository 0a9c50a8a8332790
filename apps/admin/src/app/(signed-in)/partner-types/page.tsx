import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TypesList } from '../../../features/partner-types/types-list.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner types' };

export default screen(async ({ api }) => (
  <Page width="wide">
    <PageHeader
      title="Partner types"
      description="The kinds of partner, with the terms and limits that come with each."
    />
    <TypesList types={await api.catalogue.partnerTypes()} />
  </Page>
));
