import type { Outputs } from '@goodword/api';
import { Badge, Button, Card, CopyButton } from '@goodword/ui';
import { FileText, ShieldCheck } from 'lucide-react';

type Landing = Outputs['landing']['read'];

export interface TypeLandingProps {
  organisation: string;
  landing: Landing;
}

/** One type in one region: how it works, what it earns, what happens to the client, and what to ask them. */
export function TypeLanding({ organisation, landing }: TypeLandingProps) {
  const { typeCode, region, isOpen, headline, lead, incentive, steps, client, needs, consent } = landing;
  const applyHref = `/apply?type=${typeCode}`;
  return (
    <>
      <div className="border-line border-b bg-accent-soft">
        <div className="mx-auto grid w-full max-w-6xl gap-4 px-4 py-12 sm:px-6">
          <div>
            <Badge dot tone={isOpen ? 'success' : 'warning'}>
              {isOpen ? 'Open' : 'Coming soon'}
            </Badge>
          </div>
          <h1 className="text-balance font-semibold text-3xl text-ink tracking-tight sm:text-4xl">
            {headline}
          </h1>
          <p className="max-w-2xl text-pretty text-ink-soft text-lg leading-8">{lead}</p>
          <p className="max-w-2xl text-pretty font-medium text-ink leading-7">{incentive}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <Button href={applyHref} variant="primary" size="lg">
              {isOpen ? 'Apply' : 'Apply and be among the first'}
            </Button>
            <a
              href={`/for/${typeCode}/${region}/one-pager`}
              className="inline-flex h-11 items-center gap-2 rounded-control border border-field bg-surface px-4 font-medium text-ink hover:bg-hover"
            >
              <FileText aria-hidden className="size-4" />
              One page, as PDF
            </a>
          </div>
        </div>
      </div>
      <div className="mx-auto grid w-full max-w-6xl gap-12 px-4 py-12 sm:px-6">
        <section aria-labelledby="how">
          <h2 id="how" className="font-semibold text-ink text-xl tracking-tight">
            How it works
          </h2>
          <ol className="mt-5 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {steps.map(({ title, text }, index) => (
              <Card as="li" key={title}>
                <h3 className="font-semibold text-ink">
                  {index + 1}. {title}
                </h3>
                <p className="mt-1 text-pretty text-ink-soft text-sm leading-6">{text}</p>
              </Card>
            ))}
          </ol>
        </section>
        <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
          <section aria-labelledby="client">
            <h2 id="client" className="font-semibold text-ink text-xl tracking-tight">
              What happens to your client, and when
            </h2>
            <ol className="mt-5 grid gap-4">
              {client.map(({ title, text }) => (
                <li key={title} className="border-accent-ink border-l-2 pl-4">
                  <h3 className="font-medium text-ink">{title}</h3>
                  <p className="mt-0.5 max-w-prose text-pretty text-ink-soft text-sm leading-6">{text}</p>
                </li>
              ))}
            </ol>
            <h2 className="mt-10 font-semibold text-ink text-xl tracking-tight">What you bring</h2>
            <ul className="mt-4 grid list-disc gap-2 pl-5 text-ink-soft text-sm leading-6">
              {needs.map((need) => (
                <li key={need}>{need}</li>
              ))}
            </ul>
          </section>
          <Card
            title="Ask your client first"
            description={consent.law}
            actions={<CopyButton value={consent.text} label="the consent text" />}
          >
            <blockquote className="flex gap-3 text-pretty text-ink text-sm leading-6">
              <ShieldCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
              {consent.text}
            </blockquote>
            <p className="mt-4 text-pretty text-[0.8125rem] text-ink-soft leading-5">
              {consent.note} This is a wording that fits most cases, not advice of a lawyer; {organisation}{' '}
              asks your client again in its own first mail.
            </p>
          </Card>
        </div>
      </div>
    </>
  );
}
