import type { Outputs } from '@goodword/api';
import { Button, Card, EmptyState, Page, PageHeader } from '@goodword/ui';
import { CannotRefer, ReferForm } from './refer-form.tsx';

/** Refer a client by form. */
export function ReferScreen({ form }: { form: Outputs['referrals']['form'] }) {
  return (
    <Page width="narrow">
      <PageHeader
        title="Refer a client"
        description="We write to your client once, name you, and go on only when they say yes."
      />
      <Content form={form} />
    </Page>
  );
}

function Content({ form }: { form: Outputs['referrals']['form'] }) {
  if (form.refusal !== null) {
    return (
      <>
        <CannotRefer refusal={form.refusal} />
        <div>
          <Button variant="primary" href="/home">
            Go to the start page
          </Button>
        </div>
      </>
    );
  }
  if (form.engagements.length === 0) {
    return (
      <Card>
        <EmptyState
          title="Nothing agreed to refer for"
          action={<Button href="/profile">See your coverage</Button>}
        >
          Your contact with us adds what you refer for, then the form opens.
        </EmptyState>
      </Card>
    );
  }
  return <ReferForm form={form} />;
}
