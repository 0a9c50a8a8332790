'use client';

import { Button, type ButtonProps, Dialog, type DialogProps } from '@goodword/ui';
import { type ReactNode, useState } from 'react';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'description' | 'size' | 'side'> {
  /** On the button that opens it. */
  label: string;
  /** Accessible name where the same label stands in many rows. */
  name?: string;
  variant?: ButtonProps['variant'];
  buttonSize?: ButtonProps['size'];
  icon?: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form; what was typed is gone when it closes. */
export function FormDialog({ label, name, variant, buttonSize, icon, children, ...dialog }: FormDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      {...dialog}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={variant} size={buttonSize} icon={icon} aria-label={name}>
          {label}
        </Button>
      }
    >
      {children(() => setOpen(false))}
    </Dialog>
  );
}
