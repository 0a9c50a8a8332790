import type { Outputs } from '@goodword/api';
import { Page, PageHeader } from '@goodword/ui';
import { AccountSettings } from '@goodword/web';

/** How one signs in. The second step is a choice of each person, and strongly advised. */
export function SecurityScreen({ account }: { account: Outputs['account']['overview'] }) {
  return (
    <Page width="narrow">
      <PageHeader title="Security" description={`Your account ${account.email}`} />
      <AccountSettings account={account} />
    </Page>
  );
}
