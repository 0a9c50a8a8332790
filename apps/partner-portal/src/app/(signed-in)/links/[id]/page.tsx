import type { Metadata } from 'next';
import { LinkScreen } from '../../../../features/links/link-screen.tsx';
import { workScreen } from '../../../../trpc/agreement.ts';

export const metadata: Metadata = { title: 'Link' };

export default workScreen<'id'>(async ({ api, person, params, query }) => {
  const stats = await api.links.stats({ id: params.id, days: query.days === '90' ? 90 : 30 });
  return <LinkScreen stats={stats} organisation={person.organisation.name} />;
});
