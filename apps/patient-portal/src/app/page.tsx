import { Button, EmptyState, PublicShell } from '@goodword/ui';
import { redirect } from 'next/navigation';
import { organisation, publicScreen } from '../trpc/server.ts';

export default publicScreen(async ({ person }) => {
  if (person?.secondFactor === 'done') redirect('/home');
  const { name } = await organisation();
  return (
    <PublicShell app="patient" organisation={name} actions={<Button href="/sign-in">Sign in</Button>}>
      <EmptyState title={`Welcome to ${name}`} drawing="people">
        Refer friends and look after your rewards.
      </EmptyState>
    </PublicShell>
  );
});
