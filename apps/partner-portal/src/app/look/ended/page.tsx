import { readEnv } from '@goodword/config/env';
import { AuthCard, Button } from '@goodword/ui';
import type { Metadata } from 'next';
import { organisationIfReachable } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'The look has ended', robots: { index: false } };

/** Where whoever looked at a portal comes to when that is over, by whatever cause. */
export default async function LookEndedPage() {
  const organisation = await organisationIfReachable();
  return (
    <AuthCard
      app="partner"
      organisation={organisation?.name}
      title="You have left the partner's portal"
      description="Nothing was changed. What you opened is noted, and the partner can read that you looked. Ask for another look on the page of the partner."
    >
      <Button variant="primary" className="w-full" href={`${readEnv().adminUrl}/partners`}>
        Back to the partners
      </Button>
    </AuthCard>
  );
}
