import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TypesList } from '../../../features/partner-types/types-list.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner types' };

export default screen(async ({ api, person }) => (
  <Page width="wide">
    <PageHeader
      title="Partner types"
      description="The kinds of partner, with the terms and limits that come with each."
      actions={
        mayPerson(person, 'catalogue.manage') && (
          <Button variant="primary" href="/partner-types/new">
            New type
          </Button>
        )
      }
    />
    <TypesList types={await api.catalogue.list()} />
  </Page>
));
