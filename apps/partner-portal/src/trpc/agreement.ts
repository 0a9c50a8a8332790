import { redirect, unstable_rethrow } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { api, screen } from './server.ts';

/** How the partner stands towards the agreement: once per page, though frame and page both ask. */
export const ownStanding = cache(async () => (await api()).onboarding.standing());

/** The same for the frame, which must not fail with the database. */
export async function standingIfReachable() {
  try {
    return await ownStanding();
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

/** A page on which something new begins: past the grace of the agreement it leads there. */
export function workScreen<Key extends string = never>(
  render: Parameters<typeof screen<Key>>[0],
): ReturnType<typeof screen<Key>> {
  return screen<Key>(async (view): Promise<ReactNode> => {
    if ((await ownStanding()).blocked) redirect('/agreement');
    return render(view);
  });
}
