'use client';

import { Alert, Button, CopyButton } from '@goodword/ui';

export interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** The one time that the codes are readable. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const grouped = codes.map((code) => code.replace(/^(.{5})(.{5})$/, '$1-$2'));
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title="Keep these recovery codes">
        Each one signs you in once when your phone is lost. They cannot be shown again.
      </Alert>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-2 rounded-control bg-subtle p-4 font-mono text-sm"
      >
        {grouped.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton value={grouped.join('\n')} label="Copy all" />
        <Button variant="primary" onClick={onDone}>
          I kept them
        </Button>
      </div>
    </div>
  );
}
