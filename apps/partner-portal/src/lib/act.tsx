'use client';

import { Button, type ButtonProps, ConfirmDialog, type ConfirmDialogProps } from '@goodword/ui';
import { isApiError, type Undo, useDone } from '@goodword/web';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';

export interface ActProps extends Pick<ConfirmDialogProps, 'tone' | 'reason' | 'reasonLabel' | 'reasonHelp'> {
  /** On the button that opens the question. */
  label: string;
  /** Accessible name where the same label stands in many rows. */
  name?: string;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  icon?: ReactNode;
  title: string;
  /** What will happen, in a full sentence. */
  consequence: ReactNode;
  confirmLabel?: string;
  /** The toast afterwards. */
  done: string;
  /** How to take it back, where that is possible. */
  undo?: Undo;
  run: (answer: { reason: string }) => Promise<unknown>;
}

/**
 * A button that asks, acts, says what came of it and reads the page anew. When somebody else was faster the page is
 * read anew as well, so that it shows what is possible now.
 */
export function Act(props: ActProps) {
  const { label, name, variant, size, icon, title, consequence, tone = 'primary', done, run } = props;
  const say = useDone();
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button variant={variant} size={size} icon={icon} aria-label={name}>
          {label}
        </Button>
      }
      title={title}
      consequence={consequence}
      confirmLabel={props.confirmLabel ?? label}
      tone={tone}
      reason={props.reason}
      reasonLabel={props.reasonLabel}
      reasonHelp={props.reasonHelp}
      onConfirm={async (answer) => {
        try {
          await run(answer);
        } catch (error) {
          if (isApiError(error) && ['illegal_move', 'stale'].includes(error.data?.appCode ?? ''))
            router.refresh();
          throw error;
        }
        say(done, props.undo);
      }}
    />
  );
}
