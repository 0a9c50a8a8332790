import type { Metadata } from 'next';
import { ApplicationDetail } from '../../../../features/applications/application-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Application' };

export default screen<'id'>(async ({ api, params }) => (
  <ApplicationDetail application={await api.applications.get({ partnerId: params.id })} />
));
