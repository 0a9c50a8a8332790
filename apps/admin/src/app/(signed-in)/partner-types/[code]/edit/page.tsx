import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { TypeForm } from '../../../../../features/partner-types/type-form.tsx';
import { screen } from '../../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Edit partner type' };

export default screen<'code'>(async ({ api, params, person }) => {
  const type = await api.catalogue.get({ code: params.code });
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: 'Partner types', href: '/partner-types' },
          { label: type.name, href: `/partner-types/${type.code}` },
          { label: 'Edit' },
        ]}
        title={`Edit ${type.name}`}
      />
      <TypeForm currency={person.organisation.currency} type={type} />
    </Page>
  );
});
