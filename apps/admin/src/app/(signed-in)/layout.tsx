import type { ReactNode } from 'react';
import { Frame } from '../../frame/frame.tsx';
import { requirePerson } from '../../trpc/server.ts';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  return <Frame person={person}>{children}</Frame>;
}
