'use client';

import type { Outputs } from '@goodword/api';
import { Alert, Button, ConfirmDialog } from '@goodword/ui';
import { describeFailure, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FocusCard } from '../../frame/focus-card.tsx';

type Facts = Outputs['referrals']['readConfirmation'];

export interface ConfirmationProps {
  token: string;
  facts: Facts;
}

/** The client decides about a referral. Opening the page changes nothing; each button does. */
export function Confirmation({ token, facts }: ConfirmationProps) {
  const [end, setEnd] = useState<'confirmed' | 'opted_out'>();
  if (end === 'opted_out') return <OptedOut organisation={facts.organisationName} />;
  if (end === 'confirmed') return <Confirmed organisation={facts.organisationName} />;
  if (facts.state === 'closed') return <Closed organisation={facts.organisationName} />;
  return <Choice token={token} facts={facts} onEnd={setEnd} />;
}

function Choice({
  token,
  facts,
  onEnd,
}: ConfirmationProps & { onEnd: (end: 'confirmed' | 'opted_out') => void }) {
  const { partnerName, organisationName, clientFirstName, byLink, state } = facts;
  const router = useRouter();
  const confirm = trpc.referrals.confirm.useMutation({
    onSuccess: ({ intakeToken }) => {
      if (intakeToken) router.push(`/intake/${intakeToken}`);
      else onEnd('confirmed');
    },
  });
  const optOut = trpc.referrals.optOut.useMutation();
  const confirmed = state === 'confirmed';
  return (
    <FocusCard
      title={clientFirstName ? `Hello ${clientFirstName}` : 'Hello'}
      description={
        byLink
          ? `You came by a link of ${partnerName} and told ${organisationName} what you need.${confirmed ? '' : ' Confirm that this address is yours.'}`
          : `${partnerName} thinks ${organisationName} can help you and gave us your name and e-mail for that.`
      }
    >
      {confirmed && (
        <Alert tone="success" title="You confirmed this already">
          {byLink
            ? 'We work on what you told us. You can still opt out.'
            : 'The form to tell us what you need is in the mail we sent you. You can still opt out.'}
        </Alert>
      )}
      <WhatHappens facts={facts} />
      {confirm.error && (
        <Alert tone="danger" title="Nothing was changed">
          {describeFailure(confirm.error).message}
        </Alert>
      )}
      <div className="grid gap-2.5">
        {!confirmed && (
          <Button
            variant="primary"
            size="lg"
            className="w-full"
            loading={confirm.isPending || Boolean(confirm.data?.intakeToken)}
            onClick={() => confirm.mutate({ token })}
          >
            Confirm
          </Button>
        )}
        <ConfirmDialog
          title={`Opt out of ${organisationName}?`}
          consequence={`We end this referral, delete your contact data from it and never write to you about a referral again. ${partnerName} learns that the referral ended.`}
          confirmLabel="Opt out for good"
          trigger={
            <Button size="lg" className="w-full">
              Opt out
            </Button>
          }
          onConfirm={async () => {
            await optOut.mutateAsync({ token });
            onEnd('opted_out');
          }}
        />
      </div>
    </FocusCard>
  );
}

function WhatHappens({ facts }: { facts: Facts }) {
  const { partnerName, organisationName, byLink, state } = facts;
  const first = byLink
    ? 'When you confirm, we start on what you asked for.'
    : 'When you confirm, we ask you a few questions about what you need. You answer what you like.';
  const lines = [
    ...(state === 'open' ? [first] : []),
    `Your data stays with ${organisationName}. We pass nothing on unless you tick a box for it, and you can take that back at any time.`,
    `${partnerName} does not learn how it goes unless you allow it.`,
    'When you opt out, we delete your contact data and do not write again.',
  ];
  return (
    <section aria-labelledby="what-happens">
      <h2 id="what-happens" className="font-semibold text-[0.9375rem] text-ink">
        What happens next
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft text-sm leading-6 marker:text-ink-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function OptedOut({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="You have opted out"
      description={`${organisation} deleted your contact data from this referral and will not write to you about one again. There is nothing else to do.`}
    />
  );
}

function Confirmed({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="Thank you, your address is confirmed"
      description={`${organisation} works on what you told us and will be in touch. There is nothing else to do now.`}
    />
  );
}

function Closed({ organisation }: { organisation: string }) {
  return (
    <FocusCard
      title="This referral has ended"
      description={`There is nothing left to decide here. If you would like to hear from ${organisation}, write to them directly.`}
    >
      <Button href="/">Go to the start page</Button>
    </FocusCard>
  );
}
