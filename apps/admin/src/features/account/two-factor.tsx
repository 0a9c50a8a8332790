'use client';

import { Badge, Button, Card } from '@goodword/ui';
import { EnrolmentStep, useDone } from '@goodword/web';
import { useState } from 'react';
import { usePerson } from '../../frame/role.tsx';

function SetUp() {
  const done = useDone();
  const [started, setStarted] = useState(false);
  if (started) {
    return (
      <div className="mx-auto grid max-w-md gap-4">
        <EnrolmentStep onDone={() => done('Two-factor sign-in is on')} />
      </div>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-sm leading-6">
        A code from your phone at each sign-in keeps the account safe when the password leaks.
      </p>
      <Button variant="primary" onClick={() => setStarted(true)}>
        Set up
      </Button>
    </div>
  );
}

/** One's own second factor. */
export function TwoFactor() {
  const { totpEnabled } = usePerson();
  return (
    <Card
      title="Two-factor sign-in"
      actions={<Badge tone={totpEnabled ? 'success' : 'warning'}>{totpEnabled ? 'On' : 'Off'}</Badge>}
    >
      {totpEnabled ? (
        <p className="text-sm leading-6">Each sign-in asks for a code from your app.</p>
      ) : (
        <SetUp />
      )}
    </Card>
  );
}
