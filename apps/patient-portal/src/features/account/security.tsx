'use client';

import type { Outputs } from '@goodword/api';
import { Button, PageHeader } from '@goodword/ui';
import { AccountSettings, useSignOut } from '@goodword/web';
import { LogOut } from 'lucide-react';

/** How the account is protected, where it is open, and the way out. */
export function Security({ account }: { account: Outputs['account']['overview'] }) {
  const signOut = useSignOut();
  return (
    <>
      <PageHeader
        title="Security"
        description="How you sign in and how your account is protected."
        actions={
          <Button icon={<LogOut />} onClick={signOut}>
            Sign out
          </Button>
        }
      />
      <AccountSettings account={account} />
    </>
  );
}
