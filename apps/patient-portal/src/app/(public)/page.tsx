import { redirect } from 'next/navigation';
import { Landing } from '../../features/landing/landing.tsx';
import { organisation, publicScreen } from '../../trpc/server.ts';

export default publicScreen(async ({ person }) => {
  if (person?.secondFactor === 'done') redirect('/home');
  return <Landing organisation={await organisation()} />;
});
