'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useCallback, useRef } from 'react';
import { CloseGuardContext } from '../hooks/use-close-guard.ts';
import { UNSAVED_QUESTION } from '../hooks/use-unsaved-changes.ts';
import { cn } from '../lib/cn.ts';

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl', xl: 'sm:max-w-4xl' };

export const overlayClasses = 'fixed inset-0 z-40 animate-fade bg-overlay';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** One button that opens it; without one control `open` yourself. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  /** A sheet from the right instead of a box in the middle. */
  side?: boolean;
}

const centred =
  'inset-x-0 bottom-0 max-h-[92dvh] w-full animate-rise rounded-t-2xl sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[85dvh] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card';
const sheet = 'inset-y-0 right-0 w-full animate-slide-right border-y-0 border-r-0';

const FIRST_FIELD = 'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';

/** The first thing to fill in, or else the box itself: never the close button. */
export function focusFirstField(event: Event): void {
  const box = event.currentTarget ?? event.target;
  if (!(box instanceof HTMLElement)) return;
  event.preventDefault();
  (box.querySelector<HTMLElement>(FIRST_FIELD) ?? box).focus();
}

/** Escape, a click beside the box and its cross are easily hit: with something unsaved they ask first. */
function useCloseQuestion() {
  const unsaved = useRef(false);
  const tell = useCallback((now: boolean) => {
    unsaved.current = now;
  }, []);
  const ask = (event: { preventDefault: () => void }) => {
    if (unsaved.current && !window.confirm(UNSAVED_QUESTION)) event.preventDefault();
  };
  return { tell, ask };
}

/** A modal box; on a phone it rises from the bottom. Focus stays inside and returns when it closes. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  children,
  footer,
  size = 'md',
  side,
}: DialogProps) {
  const { tell, ask } = useCloseQuestion();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          data-slot="dialog"
          onOpenAutoFocus={focusFirstField}
          onEscapeKeyDown={ask}
          onPointerDownOutside={ask}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed z-50 flex flex-col border border-line bg-surface text-ink shadow-pop outline-none',
            side ? sheet : centred,
            widths[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-5 pb-3">
            <div className="grid gap-1">
              <Radix.Title className="font-semibold text-base leading-6">{title}</Radix.Title>
              {description && (
                <Radix.Description className="text-ink-soft text-sm leading-5">
                  {description}
                </Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label="Close"
              onClick={ask}
              className="-mt-1 -mr-1.5 rounded-md p-1.5 text-ink-faint hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
            <CloseGuardContext value={tell}>{children}</CloseGuardContext>
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 rounded-b-card border-line border-t bg-subtle/60 px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog around it: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
