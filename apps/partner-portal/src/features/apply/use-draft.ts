'use client';

import type { ZodForm } from '@goodword/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

type FormShape = Record<string, unknown>;

function readDraft(key: string): FormShape | null {
  try {
    const text = window.localStorage.getItem(key);
    const parsed: unknown = text ? JSON.parse(text) : null;
    return parsed !== null && typeof parsed === 'object' ? (parsed as FormShape) : null;
  } catch {
    // A browser may refuse storage altogether; then there is no draft.
    return null;
  }
}

function writeDraft(key: string, values: FormShape | null): void {
  try {
    if (values) window.localStorage.setItem(key, JSON.stringify(values));
    else window.localStorage.removeItem(key);
  } catch {
    // As above: the form works without a draft.
  }
}

export interface Draft {
  /** True when the form started with what was typed on an earlier visit. */
  restored: boolean;
  /** Forgets the draft and empties the form. */
  discard: () => void;
  /** Forgets the draft because it was sent. */
  sent: () => void;
}

/** Keeps what is typed into a form in this browser, and puts it back on the next visit. */
export function useDraft<Input extends FormShape, Output>(form: ZodForm<Input, Output>, key: string): Draft {
  const [restored, setRestored] = useState(false);
  // A form that was sent still changes once more, when it takes what was sent as its new starting point.
  const over = useRef(false);
  useEffect(() => {
    const draft = readDraft(key);
    if (draft) {
      // Not as new defaults: fields that a later version of the form added keep theirs.
      form.reset({ ...form.getValues(), ...draft } as Input);
      setRestored(true);
    }
    const subscription = form.watch((values) => {
      if (!over.current) writeDraft(key, values as FormShape);
    });
    return () => subscription.unsubscribe();
  }, [form, key]);
  const discard = useCallback(() => {
    form.reset(form.formState.defaultValues as Input);
    writeDraft(key, null);
    setRestored(false);
  }, [form, key]);
  const sent = useCallback(() => {
    over.current = true;
    writeDraft(key, null);
  }, [key]);
  return { restored, discard, sent };
}
