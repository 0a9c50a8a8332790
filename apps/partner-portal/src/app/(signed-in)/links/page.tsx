import type { Metadata } from 'next';
import { LinksScreen } from '../../../features/links/links-screen.tsx';
import { workScreen } from '../../../trpc/agreement.ts';

export const metadata: Metadata = { title: 'Links & codes' };

export default workScreen(async ({ api, query }) => {
  const [links, campaigns, { partner }] = await Promise.all([
    api.links.mine({ campaign: query.campaign || undefined, archived: query.show === 'archived' }),
    api.links.campaigns(),
    api.onboarding.state(),
  ]);
  return <LinksScreen links={links} campaigns={campaigns} active={partner.status === 'active'} />;
});
