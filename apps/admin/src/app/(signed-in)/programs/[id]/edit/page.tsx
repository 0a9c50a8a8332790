import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ProgramForm } from '../../../../../features/programs/program-form.tsx';
import { screen } from '../../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Edit program' };

export default screen<'id'>(async ({ api, params }) => {
  const program = await api.programs.get({ id: params.id });
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: 'Programs', href: '/programs' },
          { label: program.name, href: `/programs/${program.id}` },
          { label: 'Edit' },
        ]}
        title={`Edit ${program.name}`}
        description="After a change the program has to be reviewed again before it runs."
      />
      <ProgramForm currency={program.currency} program={program} />
    </Page>
  );
});
