'use client';

import type { Outputs } from '@goodword/api';
import { dayField, publishAgreementInput } from '@goodword/api/client';
import {
  Button,
  DateField,
  FormActions,
  FormError,
  NumberField,
  SubmitButton,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { dayOf } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Agreement = Outputs['agreements']['get'];

const schema = publishAgreementInput.extend({ countsFrom: dayField });

/** Makes the draft count from a day, with time to accept it. */
export function PublishAgreement({ agreement }: { agreement: Agreement }) {
  return (
    <FormDialog
      label="Publish"
      variant="primary"
      title={`Publish version ${agreement.version}?`}
      description={`It can never be changed again. ${agreement.meantFor} working partners are written to and have to accept it.`}
    >
      {(close) => <PublishForm agreement={agreement} close={close} />}
    </FormDialog>
  );
}

function PublishForm({ agreement, close }: { agreement: Agreement; close: () => void }) {
  const publish = trpc.agreements.publish.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    id: agreement.id,
    hash: agreement.hash,
    countsFrom: dayOf(new Date()) ?? '',
    graceDays: 30,
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await publish.mutateAsync(values);
        close();
        done(`Version ${agreement.version} is published`);
      }}
    >
      <FormError />
      <DateField name="countsFrom" label="Counts from" help="A day that has passed means now." />
      <NumberField
        name="graceDays"
        label="Time to accept it"
        unit="days"
        help="After that no new leads and referrals are possible until the partner accepts."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Publish</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
