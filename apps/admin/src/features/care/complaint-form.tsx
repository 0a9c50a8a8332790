'use client';

import {
  complainants,
  complaintCategories,
  complaintOutcomes,
  complaintSeverities,
  recordComplaintInput,
  resolveComplaintInput,
} from '@goodword/api/client';
import {
  Button,
  DateField,
  FormActions,
  FormError,
  FormRow,
  SelectField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { z } from 'zod';
import { dayOf, pastDayField } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { optionsOf } from '../../lib/options.ts';

const newComplaint = recordComplaintInput.extend({
  receivedAt: pastDayField,
  leadId: z.string().transform((id) => id || undefined),
});

function RecordForm({ partnerId, close }: { partnerId: string; close: () => void }) {
  const record = trpc.complaints.record.useMutation();
  const leads = trpc.complaints.leadsToName.useQuery({ partnerId });
  const done = useDone();
  const form = useZodForm(newComplaint, {
    partnerId,
    complainant: '' as never,
    category: '' as never,
    severity: '' as never,
    receivedAt: dayOf(new Date()) ?? '',
    leadId: '',
    body: '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await record.mutateAsync(values);
        close();
        done('The complaint is recorded');
      }}
    >
      <FormError />
      <FormRow>
        <SelectField name="complainant" label="From" placeholder="Choose" options={optionsOf(complainants)} />
        <DateField name="receivedAt" label="Received" />
      </FormRow>
      <FormRow>
        <SelectField
          name="category"
          label="About"
          placeholder="Choose"
          options={optionsOf(complaintCategories)}
        />
        <SelectField
          name="severity"
          label="Severity"
          placeholder="Choose"
          options={optionsOf(complaintSeverities)}
        />
      </FormRow>
      <SelectField
        name="leadId"
        label="Lead"
        optional
        help="Leads that were shared with this partner."
        options={[
          { value: '', label: 'None in particular' },
          ...(leads.data ?? []).map(({ id, sentAt }) => ({
            value: id,
            label: `${id.slice(-6).toUpperCase()}, shared ${sentAt.toLocaleDateString('en-GB')}`,
          })),
        ]}
      />
      <TextareaField name="body" label="What happened" rows={4} help="Seen by staff only." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Record</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function RecordComplaint({ partnerId }: { partnerId: string }) {
  return (
    <FormDialog label="Record complaint" buttonSize="sm" title="Record a complaint">
      {(close) => <RecordForm partnerId={partnerId} close={close} />}
    </FormDialog>
  );
}

function ResolveForm({ id, close }: { id: string; close: () => void }) {
  const resolve = trpc.complaints.resolve.useMutation();
  const done = useDone();
  const form = useZodForm(resolveComplaintInput, { id, outcome: '' as never, resolution: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await resolve.mutateAsync(values);
        close();
        done('The complaint is resolved');
      }}
    >
      <FormError />
      <SelectField
        name="outcome"
        label="It came to"
        placeholder="Choose"
        help="An unfounded one counts against nobody."
        options={optionsOf(complaintOutcomes)}
      />
      <TextareaField name="resolution" label="What was done" rows={3} help="Seen by staff only." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Resolve</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function ResolveComplaint({ id, partnerName }: { id: string; partnerName: string }) {
  return (
    <FormDialog
      label="Resolve"
      name={`Resolve the complaint about ${partnerName}`}
      buttonSize="sm"
      title="What did this complaint come to?"
      description="It stays as it is afterwards."
    >
      {(close) => <ResolveForm id={id} close={close} />}
    </FormDialog>
  );
}
