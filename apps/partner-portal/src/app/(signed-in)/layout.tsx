import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Waiting } from '../../frame/destinations.tsx';
import { Frame } from '../../frame/frame.tsx';
import { standingIfReachable } from '../../trpc/agreement.ts';
import { portalHome } from '../../trpc/portal-home.ts';
import { requirePerson } from '../../trpc/server.ts';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  const [waiting, standing] = await Promise.all([countWaiting(), standingIfReachable()]);
  return (
    <Frame person={person} waiting={waiting} standing={standing}>
      {children}
    </Frame>
  );
}

/** What needs an answer, by page. The frame of a page must not fail with it. */
async function countWaiting(): Promise<Waiting> {
  try {
    const { needsAnswer } = await portalHome();
    const ofKind = (kind: string) => needsAnswer.filter((item) => item.kind === kind).length;
    return { '/leads': ofKind('share'), '/introductions': ofKind('introduction') };
  } catch (error) {
    unstable_rethrow(error);
    return {};
  }
}
