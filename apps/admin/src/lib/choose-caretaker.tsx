'use client';

import { Button, Field, Select } from '@goodword/ui';
import { useState } from 'react';

export interface ChooseCaretakerProps {
  label: string;
  people: readonly { id: string; name: string }[];
  saveLabel: string;
  onSave: (accountId: string | null) => Promise<void>;
  close: () => void;
}

/** Who of staff looks after what was chosen; or nobody. */
export function ChooseCaretaker({ label, people, saveLabel, onSave, close }: ChooseCaretakerProps) {
  const [accountId, setAccountId] = useState('');
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  return (
    <form
      className="grid gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        setRunning(true);
        try {
          await onSave(accountId || null);
          close();
        } catch (error) {
          setFailure(error instanceof Error ? error.message : 'That did not work. Try again.');
        } finally {
          setRunning(false);
        }
      }}
    >
      <Field label={label} error={failure}>
        <Select
          value={accountId}
          placeholder="Nobody"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setAccountId(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" loading={running}>
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}
