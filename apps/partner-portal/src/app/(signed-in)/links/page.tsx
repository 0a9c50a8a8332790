import type { Metadata } from 'next';
import { LinksScreen } from '../../../features/links/links-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Links & codes' };

export default screen(async ({ api }) => {
  const [links, { partner }] = await Promise.all([api.links.mine(), api.onboarding.state()]);
  return <LinksScreen links={links} active={partner.status === 'active'} />;
});
