import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { QuestionsForm } from '../../../../../features/partner-types/questions-form.tsx';
import { mayPerson } from '../../../../../lib/may.ts';
import { screen } from '../../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Questions of the application form' };

export default screen<'code'>(async ({ api, params: { code }, person }) => {
  if (!mayPerson(person, 'catalogue.manage')) notFound();
  const [type, questions] = await Promise.all([
    api.catalogue.get({ code }),
    api.applications.typeQuestions({ partnerTypeCode: code }),
  ]);
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: 'Partner types', href: '/partner-types' },
          { label: type.name, href: `/partner-types/${code}` },
          { label: 'Questions' },
        ]}
        title={`What we ask a ${type.name.toLowerCase()}`}
        description="The application form asks this from the moment you save. Drafts keep their answers."
      />
      <QuestionsForm partnerTypeCode={code} given={questions} />
    </Page>
  );
});
