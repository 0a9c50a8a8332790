import { plural, programMachine } from '@goodword/api/client';
import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ProgramsTable } from '../../../features/programs/programs-table.tsx';
import { listPosition, oneOf } from '../../../lib/list.ts';
import { mayPerson } from '../../../lib/may.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Programs' };

export default listScreen('programs', async ({ api, person, query }) => (
  <Page width="wide">
    <PageHeader
      title="Programs"
      description={`What ${plural(person.organisation.patientWord)} and their friends get when a friend joins.`}
      actions={
        mayPerson(person, 'programs.manage') && (
          <Button variant="primary" href="/programs/new">
            New program
          </Button>
        )
      }
    />
    <ProgramsTable
      page={
        await api.programs.list({
          ...listPosition(query),
          status: oneOf(query.status, programMachine.states),
        })
      }
    />
  </Page>
));
