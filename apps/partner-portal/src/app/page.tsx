import { redirect } from 'next/navigation';
import { Landing } from '../features/public/landing.tsx';
import { PublicFrame } from '../frame/public-frame.tsx';
import { organisation, publicScreen } from '../trpc/server.ts';

export default publicScreen(async ({ api, person }) => {
  if (person?.secondFactor === 'done') redirect('/home');
  const [{ name }, types, pages] = await Promise.all([
    organisation(),
    api.catalogue.partnerTypes(),
    api.landing.list(),
  ]);
  return (
    <PublicFrame organisation={name}>
      <Landing organisation={name} types={types} pages={pages} />
    </PublicFrame>
  );
});
