import { Button, Card, Page } from '@goodword/ui';
import { DoneHeader } from '../../lib/done-header.tsx';

const steps = [
  { when: 'Now', text: 'Your client gets one e-mail that names you and asks for a yes.' },
  {
    when: 'Within 30 days',
    text: 'They confirm, or say no. After 30 days without an answer the referral expires.',
  },
  {
    when: 'When they confirm',
    text: 'They tell us what they need and decide what we may pass on, and whether you may know the outcome.',
  },
  {
    when: 'Then',
    text: 'We take them on. You see each step in your list, and a commission once a deal is verified.',
  },
];

/** Thanks, and what happens to the client, when. */
export function ReferralSent({ id }: { id?: string }) {
  return (
    <Page width="narrow">
      <DoneHeader
        title="Referral sent"
        actions={
          <>
            {id && (
              <Button variant="primary" href={`/referrals/${id}`}>
                Follow this referral
              </Button>
            )}
            <Button href="/refer">Refer another client</Button>
          </>
        }
      >
        Thank you. We write to your client now.
      </DoneHeader>
      <Card title="What happens next">
        <ol className="grid gap-4">
          {steps.map(({ when, text }) => (
            <li key={when} className="grid gap-x-4 gap-y-0.5 text-sm leading-6 sm:grid-cols-[9rem_1fr]">
              <span className="font-medium text-ink">{when}</span>
              <span className="text-pretty text-ink-soft">{text}</span>
            </li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}
