import type { Metadata } from 'next';
import { ApplyForm } from '../../features/apply/apply-form.tsx';
import { PublicFrame } from '../../frame/public-frame.tsx';
import { countryOptions } from '../../lib/countries.ts';
import { organisation, publicScreen } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Apply' };

export default publicScreen(async ({ api, query }) => {
  const [{ name }, types] = await Promise.all([organisation(), api.catalogue.partnerTypes()]);
  return (
    <PublicFrame organisation={name}>
      <ApplyForm organisation={name} types={types} countries={countryOptions()} initialType={query.type} />
    </PublicFrame>
  );
});
