import { TextLink } from '@goodword/ui';
import { SignIn } from '@goodword/web';
import type { PageProps } from '@goodword/web/server';
import type { Metadata } from 'next';
import { signInState } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps) {
  const state = await signInState(searchParams);
  return (
    <SignIn
      app="patient"
      title="Sign in"
      footer={
        <>
          No account yet? <TextLink href="/register">Create an account</TextLink>. Invited by a friend? Open
          their link first.
        </>
      }
      {...state}
    />
  );
}
