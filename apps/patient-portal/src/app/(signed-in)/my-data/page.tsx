import { Card, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { MyConsents } from '../../../features/consents/my-consents.tsx';
import { organisation, screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'My data' };

export default screen(async ({ api }) => {
  const [consents, { name, postalAddress }] = await Promise.all([api.consents.mine(), organisation()]);
  return (
    <Page width="narrow">
      <PageHeader
        title="My data"
        description={`What ${name} may pass on about you, to whom and for what. A withdrawal counts at once.`}
      />
      <MyConsents consents={consents} />
      <Card title="A copy of your data, or having it deleted">
        <p className="text-ink-soft text-sm leading-6">
          Write to us and we send you what we keep about you, with the names of everybody who received a part
          of it, or delete it: {[name, postalAddress].filter(Boolean).join(', ')}.
        </p>
      </Card>
    </Page>
  );
});
