import type { Outputs } from '@goodword/api';
import { Page, PageHeader } from '@goodword/ui';
import { AccountSettings } from '@goodword/web';
import { OurLooks } from './our-looks.tsx';

export interface SecurityScreenProps {
  account: Outputs['account']['overview'];
  looks: Outputs['looks']['mine'];
}

/** How one signs in. The second step is a choice of each person, and strongly advised. */
export function SecurityScreen({ account, looks }: SecurityScreenProps) {
  return (
    <Page width="narrow">
      <PageHeader title="Security" description={`Your account ${account.email}`} />
      <AccountSettings account={account} />
      <OurLooks looks={looks} />
    </Page>
  );
}
