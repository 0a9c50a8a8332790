import type { Metadata } from 'next';
import { LinkScreen } from '../../../../features/links/link-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Link' };

export default screen<'id'>(async ({ api, person, params, query }) => {
  const stats = await api.links.stats({ id: params.id, days: query.days === '90' ? 90 : 30 });
  return <LinkScreen stats={stats} organisation={person.organisation.name} />;
});
