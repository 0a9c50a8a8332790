'use client';

import { Check, Copy, Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cn } from '../lib/cn.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

type CopyState = 'idle' | 'copied' | 'refused';

function useCopy(value: string): [CopyState, () => Promise<void>] {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Pages served without https have no clipboard: the text is still there to be selected by hand.
      setState('refused');
    }
  }
  return [state, copy];
}

const copyWords: Record<CopyState, string> = { idle: 'Copy', copied: 'Copied', refused: 'Select and copy' };

export interface CopyButtonProps {
  value: string;
  /** What is copied, for screen readers. */
  label?: string;
  size?: 'sm' | 'md';
  className?: string;
}

export function CopyButton({ value, label, size = 'sm', className }: CopyButtonProps) {
  const [state, copy] = useCopy(value);
  return (
    <Button size={size} className={className} onClick={copy} icon={state === 'copied' ? <Check /> : <Copy />}>
      <span aria-live="polite">{copyWords[state]}</span>
      {label && (
        <>
          {' '}
          <span className="sr-only">{label}</span>
        </>
      )}
    </Button>
  );
}

export interface CopyFieldProps {
  value: string;
  label: string;
  help?: string;
  /** Hidden until the person asks to see it. */
  secret?: boolean;
  className?: string;
}

export function CopyField({ value, label, help, secret = false, className }: CopyFieldProps) {
  const [shown, setShown] = useState(!secret);
  return (
    <Field label={label} help={help} className={className}>
      {(aria) => (
        <span data-slot="copy-field" className="flex gap-2">
          <Input
            {...aria}
            readOnly
            type={shown ? 'text' : 'password'}
            value={value}
            onFocus={(event) => event.target.select()}
            className={cn('font-mono text-[0.8125rem]')}
          />
          {secret && (
            <Button
              size="icon"
              aria-label={shown ? 'Hide' : 'Show'}
              onClick={() => setShown(!shown)}
              icon={shown ? <EyeOff /> : <Eye />}
            />
          )}
          <CopyButton value={value} label={label} size="md" />
        </span>
      )}
    </Field>
  );
}
