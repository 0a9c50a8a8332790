'use client';

import { Badge, Card } from '@goodword/ui';
import { EnrolmentStep, useDone } from '@goodword/web';
import { usePerson } from '../../frame/role.tsx';

/** One's own second factor. */
export function TwoFactor() {
  const { totpEnabled } = usePerson();
  const done = useDone();
  return (
    <Card
      title="Two-factor sign-in"
      actions={<Badge tone={totpEnabled ? 'success' : 'warning'}>{totpEnabled ? 'On' : 'Off'}</Badge>}
    >
      {totpEnabled ? (
        <p className="text-sm leading-6">
          Each sign-in asks for a code from your app. Lost the device? An administrator can close this account
          and open a new one for you.
        </p>
      ) : (
        <div className="mx-auto grid max-w-md gap-4">
          <EnrolmentStep onDone={() => done('Two-factor sign-in is on')} />
        </div>
      )}
    </Card>
  );
}
