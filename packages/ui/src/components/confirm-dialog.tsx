'use client';

import { type ReactElement, type ReactNode, useState } from 'react';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Input, Textarea } from './input.tsx';

export interface ConfirmDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** What will happen, in a full sentence. */
  consequence: ReactNode;
  confirmLabel: string;
  tone?: 'danger' | 'primary';
  reason?: 'required' | 'optional';
  reasonLabel?: string;
  reasonHelp?: string;
  /** Text the person types to show that they mean it. */
  typeToConfirm?: string;
  /** The dialog closes when this ends well; when it throws the message is shown and the dialog stays. */
  onConfirm: (answer: { reason: string }) => Promise<void> | void;
  children?: ReactNode;
}

const FALLBACK = 'That did not work. Nothing was changed. Try again.';

function ConfirmBody(props: ConfirmDialogProps & { close: () => void }) {
  const {
    consequence,
    confirmLabel,
    tone = 'danger',
    reason,
    typeToConfirm,
    onConfirm,
    close,
    children,
  } = props;
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  const reasonMissing = reason === 'required' && text.trim() === '';
  const typedWrong = typeToConfirm !== undefined && typed.trim() !== typeToConfirm;

  async function confirm() {
    setAsked(true);
    if (reasonMissing || typedWrong || running) return;
    setRunning(true);
    setFailure(undefined);
    try {
      await onConfirm({ reason: text.trim() });
      close();
    } catch (error) {
      setFailure(error instanceof Error && error.message ? error.message : FALLBACK);
    } finally {
      setRunning(false);
    }
  }

  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void confirm();
      }}
    >
      <div className="text-ink-soft text-sm leading-6">{consequence}</div>
      {children}
      {reason && (
        <Field
          label={props.reasonLabel ?? 'Reason'}
          help={props.reasonHelp}
          optional={reason === 'optional'}
          error={asked && reasonMissing ? 'Give a reason. It is kept in the history.' : undefined}
        >
          <Textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      )}
      {typeToConfirm !== undefined && (
        <Field
          label={`Type “${typeToConfirm}” to confirm`}
          error={asked && typedWrong ? `Type “${typeToConfirm}” exactly as shown.` : undefined}
        >
          <Input autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      {failure && <Alert tone="danger">{failure}</Alert>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close} disabled={running}>
          Cancel
        </Button>
        <Button type="submit" variant={tone} loading={running}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}

/** Asks before an act that matters and says what will happen. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const open = props.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  return (
    <Dialog open={open} onOpenChange={setOpen} trigger={props.trigger} title={props.title} size="sm">
      <ConfirmBody {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}
