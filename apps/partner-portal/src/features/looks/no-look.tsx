import { readEnv } from '@goodword/config/env';
import { AuthCard, Button } from '@goodword/ui';
import { organisationIfReachable } from '../../trpc/server.ts';

/** Tells whoever looked, or wanted to, that there is nothing to see here, and leads back to the admin app. */
export async function NoLook({ title, description }: { title: string; description: string }) {
  const organisation = await organisationIfReachable();
  return (
    <AuthCard app="partner" organisation={organisation?.name} title={title} description={description}>
      <Button variant="primary" className="w-full" href={`${readEnv().adminUrl}/partners`}>
        Back to the partners
      </Button>
    </AuthCard>
  );
}
