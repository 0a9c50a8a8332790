import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { RequestForm } from '../../../../features/professionals/request-form.tsx';
import { regionOptions } from '../../../../lib/regions.ts';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Request an introduction' };

export default screen(async ({ api, query, person }) => {
  const [types, groups] = await Promise.all([api.catalogue.partnerTypes(), api.groups.mine()]);
  const placed = types.filter((type) => type.regions.length > 0);
  return (
    <Page width="narrow">
      <PageHeader
        title="Request an introduction"
        description="We look for one professional who fits and introduce you to each other."
        breadcrumbs={[
          { label: 'Find a professional', href: '/professionals' },
          { label: 'Request an introduction' },
        ]}
      />
      <RequestForm
        groups={groups}
        types={placed.map(({ code, name }) => ({ code, name }))}
        regions={regionOptions(placed.flatMap((type) => type.regions))}
        currency={person.organisation.currency}
        preset={{ region: query.region, type: query.type }}
      />
    </Page>
  );
});
