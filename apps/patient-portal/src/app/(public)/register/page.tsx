import { friendCodeField } from '@goodword/api/client';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Register } from '../../../features/account/register.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Create your account' };

export default publicScreen(async ({ api, query, person }) => {
  if (person?.secondFactor === 'done') redirect('/home');
  const code = friendCodeField.safeParse(query.code).data;
  // A link that ended does not stop anybody from registering: there is just no offer to show.
  const offer = code ? await api.programs.offer({ code }).catch(() => undefined) : undefined;
  return <Register code={code} offer={offer} organisation={await organisation()} />;
});
