import { NotFoundScreen } from '@goodword/web';
import { PublicFrame } from '../frame/public-frame.tsx';
import { organisationIfReachable } from '../trpc/server.ts';

export default async function NotFound() {
  const organisation = await organisationIfReachable();
  return (
    <PublicFrame organisation={organisation?.name ?? 'Goodword'}>
      <NotFoundScreen />
    </PublicFrame>
  );
}
