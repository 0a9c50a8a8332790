import type { Metadata } from 'next';
import { TypeDetail } from '../../../../features/partner-types/type-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner type' };

export default screen<'code'>(async ({ api, params, person }) => (
  <TypeDetail type={await api.catalogue.get({ code: params.code })} currency={person.organisation.currency} />
));
