import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { HomeView } from '../../features/home/home-view.tsx';
import { screen } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Home' };

export default screen(async ({ api, person }) => (
  <Page width="wide">
    <PageHeader title="Home" description={`Hello, ${person.name}. This is what waits today.`} />
    <HomeView summary={await api.home.summary()} />
  </Page>
));
