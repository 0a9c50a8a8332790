import type { Metadata } from 'next';
import { LinksScreen } from '../../../features/links/links-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Links & codes' };

export default screen(async ({ api, query }) => {
  const [links, campaigns, { partner }] = await Promise.all([
    api.links.mine({ campaign: query.campaign || undefined, archived: query.show === 'archived' }),
    api.links.campaigns(),
    api.onboarding.state(),
  ]);
  return <LinksScreen links={links} campaigns={campaigns} active={partner.status === 'active'} />;
});
