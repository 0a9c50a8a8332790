import { plural } from '@goodword/api/client';
import { EmptyState, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { CoverageBoard } from '../../../features/coverage/coverage-board.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Coverage' };

export default screen(async ({ api, person, query }) => {
  const { types, cells } = await api.coverage.list({});
  const type =
    types.find(({ code }) => code === query.type) ?? types.find(({ code }) => code === 'lender') ?? types[0];
  return (
    <Page>
      <PageHeader
        title="Coverage"
        description={`Where ${plural(person.organisation.patientWord)} can ask for which kind of professional.`}
      />
      {type ? (
        <CoverageBoard
          types={types}
          cells={cells.filter((cell) => cell.partnerTypeCode === type.code)}
          typeCode={type.code}
          region={query.region}
        />
      ) : (
        <EmptyState title="No partner types" drawing="map" />
      )}
    </Page>
  );
});
