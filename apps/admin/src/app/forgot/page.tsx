import { ForgotPassword } from '@goodword/web';
import type { Metadata } from 'next';
import { organisationIfReachable } from '../../trpc/server.ts';

export const metadata: Metadata = { title: 'Set a new password' };

export default async function ForgotPage() {
  return <ForgotPassword app="admin" organisation={(await organisationIfReachable())?.name} />;
}
