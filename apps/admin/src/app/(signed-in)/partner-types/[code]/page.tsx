import type { Metadata } from 'next';
import { TypeDetail } from '../../../../features/partner-types/type-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner type' };

export default screen<'code'>(async ({ api, params: { code }, person }) => {
  const [type, { questions }] = await Promise.all([
    api.catalogue.get({ code }),
    api.applications.typeQuestions({ partnerTypeCode: code }),
  ]);
  return <TypeDetail type={type} questions={questions} currency={person.organisation.currency} />;
});
