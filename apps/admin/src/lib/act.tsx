'use client';

import { Button, type ButtonProps, ConfirmDialog, type ConfirmDialogProps } from '@goodword/ui';
import { type Undo, useDone } from '@goodword/web';
import type { ReactNode } from 'react';

export interface ActProps {
  /** On the button. */
  label: string;
  /** Accessible name where the same label stands in many rows. */
  name?: string;
  title: string;
  /** What will happen, in a full sentence. */
  consequence: ReactNode;
  confirmLabel?: string;
  tone?: ConfirmDialogProps['tone'];
  reason?: ConfirmDialogProps['reason'];
  reasonLabel?: string;
  /** The toast afterwards. */
  done: string;
  /** How to take it back, where that is possible. */
  undo?: Undo;
  run: (answer: { reason: string }) => Promise<unknown>;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
  icon?: ReactNode;
  children?: ReactNode;
}

/** A button that asks, acts, says what came of it and reads the page anew. */
export function Act(props: ActProps) {
  const { label, name, title, consequence, tone = 'primary', done, run, variant, size, icon } = props;
  const say = useDone();
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
      onConfirm={async (answer) => {
        await run(answer);
        say(done, props.undo);
      }}
    >
      {props.children}
    </ConfirmDialog>
  );
}
