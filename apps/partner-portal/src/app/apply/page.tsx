import type { Metadata } from 'next';
import { ApplyForm } from '../../features/apply/apply-form.tsx';
import { PublicFrame } from '../../frame/public-frame.tsx';
import { countryOptions } from '../../lib/countries.ts';
import { organisation, publicScreen } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Apply' };

export default publicScreen(async ({ api, query }) => {
  const [{ name }, types, { questions }, draft] = await Promise.all([
    organisation(),
    api.catalogue.partnerTypes(),
    api.applications.form(),
    api.applications.draft(),
  ]);
  return (
    <PublicFrame organisation={name}>
      <ApplyForm
        organisation={name}
        types={types}
        questions={questions}
        countries={countryOptions()}
        draft={draft}
        initialType={query.type}
      />
    </PublicFrame>
  );
});
