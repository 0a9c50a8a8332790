import type { Metadata } from 'next';
import { LinkScreen } from '../../../../features/links/link-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Link' };

export default screen<'id'>(async ({ api, person, params }) => (
  <LinkScreen stats={await api.links.stats({ id: params.id })} organisation={person.organisation.name} />
));
