'use client';

import type { Outputs } from '@goodword/api';
import { Page, PageHeader } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { ConsentList } from './consent-list.tsx';

export interface ConsentsByLinkProps {
  token: string;
  facts: Outputs['consents']['byLink'];
}

/** The same for a client without an account, by the link in our mails. */
export function ConsentsByLink({ token, facts }: ConsentsByLinkProps) {
  const change = trpc.consents.changeByLink.useMutation();
  const { clientFirstName, organisationName, current } = facts;
  return (
    <div className="px-4 py-8 sm:px-6 sm:py-12">
      <Page width="narrow">
        <PageHeader
          title="What you allowed"
          description={`${clientFirstName ? `Hello ${clientFirstName}. ` : ''}This is what ${organisationName} may pass on about you, and to whom. Take it back with one press.`}
        />
        <ConsentList consents={current} onChange={(decision) => change.mutateAsync({ token, ...decision })} />
      </Page>
    </div>
  );
}
