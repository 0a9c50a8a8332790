import { DeadLink } from '../../../features/joining/dead-link.tsx';
import { organisation } from '../../../trpc/server.ts';

export default async function InvitationNotFound() {
  return <DeadLink organisation={(await organisation()).name} />;
}
