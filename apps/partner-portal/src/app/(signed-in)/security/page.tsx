import type { Metadata } from 'next';
import { SecurityScreen } from '../../../features/security/security-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Security' };

export default screen(async ({ api }) => {
  const [account, looks] = await Promise.all([api.account.overview(), api.looks.mine()]);
  return <SecurityScreen account={account} looks={looks} />;
});
