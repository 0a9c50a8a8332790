import { SignIn } from '@goodword/web';
import type { PageProps } from '@goodword/web/server';
import type { Metadata } from 'next';
import { signInState } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps) {
  const state = await signInState(searchParams);
  return (
    <SignIn
      app="admin"
      title="Sign in"
      footer="Ask an administrator when you have no account or lost your second factor."
      {...state}
    />
  );
}
