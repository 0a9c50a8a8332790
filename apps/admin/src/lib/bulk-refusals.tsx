'use client';

import { Button, Dialog, DialogClose } from '@goodword/ui';

export interface Refused {
  id: string;
  name: string;
  message: string;
}

export interface BulkRefusalsProps {
  refused: readonly Refused[];
  onClose: () => void;
  /** Empties the selection. */
  clear: () => void;
}

/** After an act on many rows: which of them were refused, and why. */
export function BulkRefusals({ refused, onClose, clear }: BulkRefusalsProps) {
  return (
    <Dialog
      open={refused.length > 0}
      onOpenChange={(open) => {
        if (open) return;
        onClose();
        clear();
      }}
      title={`${refused.length} could not be approved`}
      footer={
        <DialogClose>
          <Button>Close</Button>
        </DialogClose>
      }
    >
      <ul className="grid gap-2 text-sm">
        {refused.map(({ id, name, message }) => (
          <li key={id}>
            <span className="font-medium">{name}</span>
            <span className="block text-ink-soft">{message}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
