import type { Outputs } from '@goodword/api';
import { Alert, Button, TextLink } from '@goodword/ui';
import { ShieldCheck } from 'lucide-react';
import { FocusCard } from '../../frame/focus-card.tsx';
import { FriendOffer } from '../../lib/friend-offer.tsx';

export interface OfferProps {
  code: string;
  offer: Outputs['programs']['offer'];
  signedIn: boolean;
}

/** What a friend sees who opens a share link. Of the referrer it says the first name and nothing else. */
export function Offer({ code, offer, signedIn }: OfferProps) {
  return (
    <FocusCard
      title={`${offer.referrerFirstName} thinks you would like ${offer.organisationName}`}
      description={offer.description}
      footer={
        <>
          Have an account already? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      {offer.running ? (
        <FriendOffer words={offer.friendOffer} name={offer.programName} />
      ) : (
        <Alert tone="info" title="This offer is over">
          You can still register with {offer.organisationName}. There is no reward for it at the moment.
        </Alert>
      )}
      {signedIn ? (
        <Alert
          tone="info"
          title="You are signed in already"
          actions={
            <Button href="/friends" size="sm">
              Share your own link
            </Button>
          }
        >
          An invitation is for people who are new here. You can invite friends yourself.
        </Alert>
      ) : (
        <Button variant="primary" size="lg" href={`/register?code=${code}`} className="w-full">
          Register
        </Button>
      )}
      <p className="flex items-start gap-2 text-[0.8125rem] text-ink-soft leading-5">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
        {offer.referrerFirstName} learns that you joined, and nothing of what you do here afterwards.
      </p>
    </FocusCard>
  );
}
