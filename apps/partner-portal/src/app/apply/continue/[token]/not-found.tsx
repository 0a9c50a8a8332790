import { DeadApplicationLink } from '../../../../features/apply/dead-application-link.tsx';
import { PublicFrame } from '../../../../frame/public-frame.tsx';
import { organisation } from '../../../../trpc/server.ts';

export default async function ApplicationLinkNotFound() {
  return (
    <PublicFrame organisation={(await organisation()).name}>
      <DeadApplicationLink />
    </PublicFrame>
  );
}
