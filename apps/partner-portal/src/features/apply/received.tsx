import { Button, Card, Page } from '@goodword/ui';
import { DoneHeader } from '../../lib/done-header.tsx';

/** Sent, and one step left: the mailbox. The same for every address. */
export function ApplicationReceived({ organisation }: { organisation: string }) {
  return (
    <Page width="narrow" className="px-4 py-10 sm:px-6">
      <DoneHeader title="One step left: check your mail">
        We sent you a link. Confirm with it that the address is yours, and your application is with us.
      </DoneHeader>
      <Card title="What happens next">
        <ol className="grid list-decimal gap-3 pl-5 text-ink text-sm leading-6 marker:text-ink-faint">
          <li>You open the link in the mail and press the button. It works for seven days.</li>
          <li>A person at {organisation} reads your application.</li>
          <li>
            You get an e-mail with the decision. If it is a yes, it holds a link to set up your account.
          </li>
        </ol>
      </Card>
      <Card title="No mail?">
        <p className="text-pretty text-ink-soft text-sm leading-6">
          Look into the folder for unwanted mail first. If the address has a mistake, go back, correct it and
          send again: everything else is still there.
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button href="/apply">Correct the address</Button>
          <Button href="/" variant="ghost">
            Back to the start page
          </Button>
        </div>
      </Card>
    </Page>
  );
}
