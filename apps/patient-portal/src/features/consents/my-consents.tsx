'use client';

import { trpc } from '@goodword/web';
import { ConsentList } from './consent-list.tsx';
import type { Consent } from './words.ts';

/** The consents of the person who is signed in. */
export function MyConsents({ consents }: { consents: readonly Consent[] }) {
  const change = trpc.consents.change.useMutation();
  return <ConsentList consents={consents} onChange={(decision) => change.mutateAsync(decision)} />;
}
