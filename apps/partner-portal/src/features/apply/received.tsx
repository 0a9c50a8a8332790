import { Button, Card, CopyField, Page } from '@goodword/ui';

import { DoneHeader } from '../../lib/done-header.tsx';

const REFERENCE = /^[a-z0-9_]{4,60}$/;

/** Thanks, and what comes next. */
export function ApplicationReceived({
  organisation,
  reference,
}: {
  organisation: string;
  reference?: string;
}) {
  return (
    <Page width="narrow" className="px-4 py-10 sm:px-6">
      <DoneHeader title="Your application is with us">
        A confirmation is on its way to your e-mail address.
      </DoneHeader>
      <Card title="What happens next">
        <ol className="grid list-decimal gap-3 pl-5 text-ink text-sm leading-6 marker:text-ink-faint">
          <li>A person at {organisation} reads your application.</li>
          <li>
            You get an e-mail with the decision. If it is a yes, it holds a link to set up your account.
          </li>
          <li>
            You sign in, read the agreement and accept it. From then on you can refer and receive leads.
          </li>
        </ol>
      </Card>
      {reference && REFERENCE.test(reference) && (
        <Card>
          <CopyField
            label="Your reference"
            value={reference}
            help="Quote it when you write to us about this application."
          />
        </Card>
      )}
      <div className="flex justify-center">
        <Button href="/">Back to the start page</Button>
      </div>
    </Page>
  );
}
