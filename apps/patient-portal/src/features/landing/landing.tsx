import type { Outputs } from '@goodword/api';
import { plural, withArticle } from '@goodword/api/client';
import { Button, Card, TextLink } from '@goodword/ui';
import { Gift, Handshake, Share2, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';

const steps = [
  {
    icon: <Share2 />,
    title: 'Share your link',
    text: 'Send it by message, e-mail or as a picture to scan. You choose the words.',
  },
  {
    icon: <Gift />,
    title: 'You both get something',
    text: 'Your friend sees the offer before signing up. Your reward appears in your wallet.',
  },
  {
    icon: <Handshake />,
    title: 'Find a professional',
    text: 'Ask for an introduction to somebody we know and trust where you live.',
  },
  {
    icon: <ShieldCheck />,
    title: 'You decide about your data',
    text: 'See what you allowed and to whom, and take it back with one press.',
  },
];

function Step({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <Card as="li" className="list-none">
      <span
        aria-hidden
        className="mb-3 flex size-10 items-center justify-center rounded-control bg-accent-soft text-accent-ink [&_svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="font-semibold text-[0.9375rem] text-ink">{title}</h2>
      <p className="mt-1 text-ink-soft text-sm leading-6">{text}</p>
    </Card>
  );
}

/** What the portal is for, to somebody who came without a link. */
export function Landing({ organisation }: { organisation: Outputs['identity']['organisation'] }) {
  const { name, patientWord } = organisation;
  return (
    <>
      <section className="bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)] px-4 pt-14 pb-10 text-center sm:px-6 sm:pt-20">
        <div className="mx-auto grid max-w-2xl justify-items-center gap-4">
          <h1 className="text-balance font-semibold text-3xl text-ink leading-tight tracking-tight sm:text-4xl">
            Good word travels. Share {name} with your friends.
          </h1>
          <p className="max-w-xl text-pretty text-ink-soft leading-7">
            For {plural(patientWord)} of {name} and the people they care about: refer friends, look after your
            rewards and decide what happens with your data.
          </p>
          <div className="mt-2 flex flex-wrap justify-center gap-3">
            <Button variant="primary" size="lg" href="/register">
              Create an account
            </Button>
            <Button size="lg" href="/sign-in">
              Sign in
            </Button>
          </div>
          <p className="text-ink-faint text-sm">
            Invited by a friend? Open the link they sent you, so that you get what was promised. Were you told
            a code? <TextLink href="/start">Enter it here</TextLink>.
          </p>
        </div>
      </section>
      <section aria-label="How it works" className="mx-auto w-full max-w-6xl px-4 pb-14 sm:px-6">
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map((step) => (
            <Step key={step.title} {...step} />
          ))}
        </ul>
        <p className="mt-6 text-center text-ink-soft text-sm leading-6">
          Not {withArticle(patientWord)} yet? You can register all the same.
        </p>
      </section>
    </>
  );
}
