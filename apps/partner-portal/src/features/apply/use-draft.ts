'use client';

import type { DraftForm } from '@goodword/api/client';
import type { ZodForm } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Typing rests this long before it is saved. */
const REST_MS = 1200;

export type DraftState = 'untouched' | 'saving' | 'saved' | 'failed';

export interface Draft {
  state: DraftState;
  /** Saves what is typed now and waits for it: before anything that needs the draft to be there. */
  flush: () => Promise<void>;
}

/** Keeps what is typed on the server, one save after the other. */
export function useDraft<Input extends object, Output>(
  form: ZodForm<Input, Output>,
  toDraft: (values: Input) => DraftForm,
): Draft {
  const { mutateAsync: save } = trpc.applications.saveDraft.useMutation();
  const [state, setState] = useState<DraftState>('untouched');
  const timer = useRef<number>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback((): Promise<void> => {
    window.clearTimeout(timer.current);
    // Two at once would begin two drafts.
    running.current = running.current
      .then(async () => {
        setState('saving');
        await save(toDraft(form.getValues() as Input));
        setState('saved');
      })
      // What is typed stays in the page; the next pause tries again.
      .catch(() => setState('failed'));
    return running.current;
  }, [form, save, toDraft]);

  useEffect(() => {
    const subscription = form.watch((_, { type }) => {
      if (type !== 'change' && !form.formState.isDirty) return;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, REST_MS);
    });
    return () => {
      subscription.unsubscribe();
      window.clearTimeout(timer.current);
    };
  }, [form, flush]);

  return { state, flush };
}
