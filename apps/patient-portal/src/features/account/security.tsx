'use client';

import { Card, Timeline } from '@goodword/ui';
import { Credentials } from './credentials.tsx';
import { SecondStep } from './second-step.tsx';
import { Sessions } from './sessions.tsx';
import type { Account } from './types.ts';

type Action = Account['history'][number]['action'];

const actions: Record<Action, string> = {
  'account.signed_in': 'You signed in',
  'account.password_changed': 'The password was changed',
  'account.password_reset': 'A new password was set by a link from a mail',
  'account.reset_requested': 'A link to a new password was asked for',
  'account.email_change_requested': 'A new e-mail was asked for',
  'account.email_changed': 'The e-mail was changed',
  'account.two_factor_enabled': 'The second step was turned on',
  'account.two_factor_disabled': 'The second step was turned off',
  'account.recovery_code_used': 'A recovery code was used',
  'account.recovery_codes_made': 'New recovery codes were made',
  'account.session_ended': 'A device was signed out',
  'account.signed_out_everywhere': 'All devices were signed out',
  'account.joined': 'The account was opened',
  'account.role_changed': 'The role was changed',
};

/** How the account is protected, where it is open and what happened to it. */
export function Security({ account }: { account: Account }) {
  return (
    <>
      <Credentials account={account} />
      <SecondStep account={account} />
      <Sessions sessions={account.sessions} />
      <Card
        title="What happened"
        description="Something here that was not you? Change your password at once."
      >
        <Timeline
          events={account.history.map(({ id, at, action }) => ({ id, at, title: actions[action] }))}
        />
      </Card>
    </>
  );
}
