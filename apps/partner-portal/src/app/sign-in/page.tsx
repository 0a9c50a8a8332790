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
      app="partner"
      title="Sign in to the partner portal"
      footer={
        <>
          No account yet? <TextLink href="/apply">Apply to become a partner</TextLink>, or use the link in
          your invitation.
        </>
      }
      {...state}
    />
  );
}
