import { Page, PageHeader } from '@goodword/ui';
import { screen } from '../../trpc/server.ts';

export default screen(async ({ person }) => (
  <Page>
    <PageHeader title={`Hello, ${person.name}`} description={person.organisation.name} />
  </Page>
));
