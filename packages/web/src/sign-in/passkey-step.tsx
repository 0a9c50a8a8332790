'use client';

import { Alert, Button } from '@goodword/ui';
import { useState } from 'react';
import { usePasskeySignIn } from '../account/passkey-ceremony.ts';
import { describeFailure } from '../api-form.tsx';

/** The second step by a key on the device. */
export function PasskeyStep({ primary, onDone }: { primary: boolean; onDone: () => void }) {
  const signIn = usePasskeySignIn();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function run() {
    setRunning(true);
    setFailure(undefined);
    try {
      await signIn();
      onDone();
    } catch (error) {
      setFailure(describeFailure(error).message);
      setRunning(false);
    }
  }
  return (
    <div className="grid gap-3">
      {failure && <Alert tone="danger">{failure}</Alert>}
      <Button
        className="w-full"
        variant={primary ? 'primary' : 'secondary'}
        loading={running}
        onClick={() => void run()}
      >
        Use your passkey
      </Button>
    </div>
  );
}
