'use client';

import { Button, ConfirmDialog, DropdownMenu } from '@goodword/ui';
import { useDone } from '@goodword/web';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ActProps } from './act.tsx';

export type MoreAct = Omit<ActProps, 'name' | 'variant' | 'size' | 'icon' | 'children'> & { key: string };

/** The acts that are needed less often, behind one button. */
export function MoreActs({ acts }: { acts: readonly MoreAct[] }) {
  const say = useDone();
  const [open, setOpen] = useState<string>();
  const chosen = acts.find(({ key }) => key === open);
  if (acts.length === 0) return null;
  return (
    <>
      <DropdownMenu
        label="More actions"
        align="end"
        trigger={
          <Button>
            More
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        items={acts.map(({ key, label, tone }) => ({
          label,
          danger: tone === 'danger',
          onSelect: () => setOpen(key),
        }))}
      />
      {chosen && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setOpen(undefined)}
          title={chosen.title}
          consequence={chosen.consequence}
          confirmLabel={chosen.confirmLabel ?? chosen.label}
          tone={chosen.tone ?? 'primary'}
          reason={chosen.reason}
          reasonLabel={chosen.reasonLabel}
          onConfirm={async (answer) => {
            await chosen.run(answer);
            say(chosen.done, chosen.undo);
          }}
        />
      )}
    </>
  );
}
