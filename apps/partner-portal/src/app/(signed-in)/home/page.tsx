import type { Metadata } from 'next';
import { HomeScreen } from '../../../features/home/home-screen.tsx';
import { workScreen } from '../../../trpc/agreement.ts';
import { portalHome } from '../../../trpc/portal-home.ts';

export const metadata: Metadata = { title: 'Home' };

export default workScreen(async ({ api, person }) => {
  const [onboarding, home, links] = await Promise.all([
    api.onboarding.state(),
    portalHome(),
    api.links.mine(),
  ]);
  const link = links.find(({ code }) => code === onboarding.partner.code) ?? links[0];
  return <HomeScreen person={person} onboarding={onboarding} home={home} link={link} />;
});
