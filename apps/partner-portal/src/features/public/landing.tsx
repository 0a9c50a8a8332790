import type { Outputs } from '@goodword/api';
import { Badge, Button, Card, CopyButton, humanize, Money, TextLink } from '@goodword/ui';
import { BadgeCheck, Coins, Mail, Send, ShieldCheck, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { RegionLinks } from './region-links.tsx';

type PartnerType = Outputs['catalogue']['partnerTypes'][number];

export interface LandingProps {
  organisation: string;
  types: PartnerType[];
  pages: Outputs['landing']['list'];
}

/** What a candidate reads before applying: how it works, what it pays, and what happens to their client. */
export function Landing({ organisation, types, pages }: LandingProps) {
  return (
    <>
      <Hero organisation={organisation} />
      <HowItWorks />
      <Types types={types} pages={pages} />
      <YourClient organisation={organisation} />
      <LastCall />
    </>
  );
}

function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-line border-t">
      <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-14 sm:px-6">
        <div className="max-w-2xl">
          <h2 id={`${id}-title`} className="font-semibold text-2xl text-ink tracking-tight">
            {title}
          </h2>
          <p className="mt-2 text-pretty text-ink-soft leading-7">{lead}</p>
        </div>
        {children}
      </div>
    </section>
  );
}

function Hero({ organisation }: { organisation: string }) {
  return (
    <div className="bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)]">
      <div className="mx-auto grid w-full max-w-6xl items-center gap-10 px-4 py-14 sm:px-6 sm:py-20 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-6">
          <h1 className="max-w-2xl text-balance font-semibold text-3xl text-ink leading-tight tracking-tight sm:text-5xl sm:leading-tight">
            Refer people you know. See what became of it, and what you earned.
          </h1>
          <p className="max-w-xl text-pretty text-ink-soft text-lg leading-8">
            Send your clients to {organisation}, or work on leads we share with you. Every step is on your
            screen, every amount comes with its calculation, and nobody's data moves without their consent.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button href="/apply" variant="primary" size="lg">
              Apply to become a partner
            </Button>
            <Button href="/#partner-types" size="lg">
              See what you earn
            </Button>
          </div>
        </div>
        <Example />
      </div>
    </div>
  );
}

const exampleSteps = [
  { label: 'Deal value', amountMinor: 100_000_000n },
  { label: 'Gross commission (20 %)', amountMinor: 20_000_000n },
  { label: 'Ours (40 %)', amountMinor: 8_000_000n },
];

/** How an amount is explained to a partner, with round figures. */
function Example() {
  return (
    <Card title="How we explain an amount" description="An example with round figures, for a broker.">
      <dl className="grid gap-3 text-sm">
        {exampleSteps.map(({ label, amountMinor }) => (
          <div key={label} className="flex items-baseline justify-between gap-4">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="text-ink tabular-nums">
              <Money amountMinor={amountMinor} currency="AED" />
            </dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-line border-t pt-3 font-semibold text-ink">
          <dt>Yours (60 %)</dt>
          <dd className="text-lg tabular-nums">
            <Money amountMinor={12_000_000n} currency="AED" />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

const steps = [
  {
    icon: <BadgeCheck />,
    title: '1. Apply and be approved',
    text: 'One form. We review it by hand, then send you an invitation and an agreement to read and accept.',
  },
  {
    icon: <Send />,
    title: '2. Refer, by form or by link',
    text: 'Enter a client who agreed to it, or hand out your own link and QR code. Each one is tracked from the first click.',
  },
  {
    icon: <Target />,
    title: '3. Work on leads we share',
    text: 'We share leads that fit your type and region. You see what the client allows, and accept or reject.',
  },
  {
    icon: <Coins />,
    title: '4. Get paid, with the sum explained',
    text: 'When a deal is verified, your commission shows up with each step of its calculation and goes into the next payout.',
  },
];

function HowItWorks() {
  return (
    <Section
      id="how-it-works"
      title="How it works"
      lead="Four steps from a first hello to a payout. You can start referring the day you accept the agreement."
    >
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ icon, title, text }) => (
          <Card as="li" key={title}>
            <span aria-hidden className="text-accent-ink [&_svg]:size-6">
              {icon}
            </span>
            <h3 className="mt-3 font-semibold text-ink">{title}</h3>
            <p className="mt-1 text-pretty text-ink-soft text-sm leading-6">{text}</p>
          </Card>
        ))}
      </ol>
    </Section>
  );
}

const directionWords = {
  we_pay: { label: 'We pay you', tone: 'success' },
  partner_pays: { label: 'You pay us', tone: 'info' },
  none: { label: 'No money', tone: 'neutral' },
} as const;

function Types({ types, pages }: Pick<LandingProps, 'types' | 'pages'>) {
  return (
    <Section
      id="partner-types"
      title="Partner types and what they earn"
      lead="Choose the one that fits your work. Terms can be agreed within the range shown, and they are written in your agreement."
    >
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {types.map((type) => (
          <TypeCard
            key={type.code}
            type={type}
            pages={pages.filter(({ typeCode }) => typeCode === type.code)}
          />
        ))}
      </ul>
    </Section>
  );
}

function TypeCard({ type, pages }: { type: PartnerType; pages: LandingProps['pages'] }) {
  const required = type.credentials.filter(({ required }) => required);
  const { label, tone } = directionWords[type.direction];
  return (
    <Card as="li" className="flex flex-col [&>div]:flex-1">
      <div className="flex h-full flex-col gap-2">
        <div className="flex items-start justify-between gap-3">
          <h3 className="font-semibold text-ink">{type.name}</h3>
          <Badge tone={tone}>{label}</Badge>
        </div>
        <p className="text-pretty text-ink-soft text-sm leading-6">{type.description}</p>
        <p className="text-pretty font-medium text-ink text-sm leading-6">{type.incentive}</p>
        {required.length > 0 && (
          <p className="text-ink-faint text-[0.8125rem] leading-5">
            Needs {required.map(({ kind }) => humanize(kind)).join(', ')}
          </p>
        )}
        <RegionLinks pages={pages} />
        <p className="mt-auto pt-2">
          <TextLink href={`/apply?type=${type.code}`} className="text-sm">
            Apply as {type.name}
          </TextLink>
        </p>
      </div>
    </Card>
  );
}

const clientSteps = [
  {
    when: 'Within minutes',
    text: 'Your client gets one e-mail. It names you, says why we write and asks for a yes. Nothing else is sent before that.',
  },
  {
    when: 'When they say yes',
    text: 'They fill a short form and choose what may be passed on, to whom, and whether you may know the outcome.',
  },
  {
    when: 'When they say no',
    text: 'One click. We erase their contact data, never write to them again, and you see that they opted out.',
  },
  {
    when: 'After the form',
    text: 'A person of our team gets in touch with those who said yes. You see each step change on your screen.',
  },
];

function YourClient({ organisation }: { organisation: string }) {
  const snippet = `I agree that you pass on my name and contact details to ${organisation}, so that they can write to me about my request. I know that I can say no in their first message, and that nothing more is passed on without a choice of mine.`;
  return (
    <Section
      id="your-client"
      title="What happens to your client, and when"
      lead="You lend us your good name. So your client hears from us once, decides, and can take everything back."
    >
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <ol className="grid gap-5">
          {clientSteps.map(({ when, text }) => (
            <li key={when} className="grid grid-cols-[1.5rem_1fr] gap-3">
              <Mail aria-hidden className="mt-0.5 size-5 text-accent-ink" />
              <div>
                <h3 className="font-semibold text-ink">{when}</h3>
                <p className="mt-0.5 max-w-prose text-pretty text-ink-soft text-sm leading-6">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <Card
          title="Ask your client first"
          description="A sentence you can put into your form, your e-mail or your app."
          actions={<CopyButton value={snippet} label="the consent text" />}
        >
          <blockquote className="flex gap-3 text-pretty text-ink text-sm leading-6">
            <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
            {snippet}
          </blockquote>
        </Card>
      </div>
    </Section>
  );
}

function LastCall() {
  return (
    <div className="border-line border-t bg-accent-soft">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-10 sm:px-6">
        <div>
          <h2 className="font-semibold text-ink text-xl tracking-tight">Ready when you are</h2>
          <p className="mt-1 text-ink-soft">
            The form takes about three minutes. Your draft is saved while you type.
          </p>
        </div>
        <Button href="/apply" variant="primary" size="lg">
          Start your application
        </Button>
      </div>
    </div>
  );
}
