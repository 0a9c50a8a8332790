'use client';

import type { Outputs } from '@goodword/api';
import { consentPurposes, consentScopes, recordConsentInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  DateOnly,
  FormActions,
  FormError,
  FormRow,
  humanize,
  RadioField,
  SelectField,
  SimpleTable,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { optionsOf } from '../../lib/options.ts';

type Consent = Outputs['leads']['get']['consents'][number];
type Waiting = Outputs['leads']['get']['waitingConsents'][number];

export interface TypeChoice {
  code: string;
  name: string;
}

interface RecordFormProps {
  clientId: string;
  types: readonly TypeChoice[];
  /** The partner whose referral the lead came from: it may be allowed to hear of the outcome. */
  referrer: { partnerId: string; partnerName: string } | null;
  close: () => void;
}

function RecordForm({ clientId, types, referrer, close }: RecordFormProps) {
  const record = trpc.consents.record.useMutation();
  const done = useDone();
  const form = useZodForm(recordConsentInput, {
    clientId,
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: '',
    scopes: [],
    decision: 'granted',
    channel: 'phone',
    evidence: '',
  });
  const scopes = form.watch('scopes');
  const recipients = [
    ...types.map(({ code, name }) => ({ value: code, label: `Any ${name.toLowerCase()}` })),
    ...(referrer ? [{ value: referrer.partnerId, label: `${referrer.partnerName} only` }] : []),
  ];
  const recipient = form.register('recipient', {
    onChange: (event: { target: { value: string } }) =>
      form.setValue('recipientKind', event.target.value.startsWith('par_') ? 'partner' : 'class'),
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        const recipientKind = values.recipient.startsWith('par_') ? 'partner' : 'class';
        await record.mutateAsync({ ...values, recipientKind });
        close();
        done('The decision is recorded');
      }}
    >
      <FormError />
      <RadioField
        name="decision"
        label="The client"
        options={[
          { value: 'granted', label: 'allows it' },
          { value: 'withdrawn', label: 'takes it back' },
        ]}
      />
      <FormRow>
        <SelectField name="purpose" label="For" options={optionsOf(consentPurposes)} />
        <SelectField
          name={recipient.name}
          label="To whom"
          placeholder="Choose a kind of partner"
          options={recipients}
        />
      </FormRow>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">What</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {consentScopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              label={humanize(scope)}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                form.setValue(
                  'scopes',
                  event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope),
                  { shouldDirty: true, shouldValidate: form.formState.isSubmitted },
                )
              }
            />
          ))}
        </div>
        {form.formState.errors.scopes && (
          <p className="text-danger-ink text-sm">{form.formState.errors.scopes.message}</p>
        )}
      </fieldset>
      <SelectField name="channel" label="How" options={optionsOf(['phone', 'paper', 'staff_recorded'])} />
      <TextareaField
        name="evidence"
        label="Evidence"
        rows={2}
        help="Who said what and when, or where the signed paper is. Kept with your name."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Record decision</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** The scopes of one recipient and purpose together: that is how a client thinks of it. */
function grouped<C extends Waiting>(consents: readonly C[]) {
  const groups = new Map<string, C[]>();
  for (const consent of consents) {
    const key = `${consent.purpose}|${consent.recipientKind}|${consent.recipient}`;
    groups.set(key, [...(groups.get(key) ?? []), consent]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    return first ? [{ key, first, rows }] : [];
  });
}

/** What was ticked on a partner's form by somebody who has not proved the address. */
export function WaitingConsents({ waiting }: { waiting: readonly Waiting[] }) {
  if (waiting.length === 0) return null;
  return (
    <Alert tone="info" title="Waits for the client">
      This was ticked on the form by link, and the address is not confirmed yet. It allows nothing until the
      client presses Confirm on the page behind our mail, where they can still change it.
      <ul className="mt-2 grid gap-1">
        {grouped(waiting).map(({ key, first, rows }) => (
          <li key={key}>
            {first.recipientName}: {rows.map(({ scope }) => humanize(scope).toLowerCase()).join(', ')}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

export interface LeadConsentsProps extends Omit<RecordFormProps, 'close'> {
  consents: readonly Consent[];
}

/** What the client allows now, to whom and for what. */
export function LeadConsents({ consents, ...form }: LeadConsentsProps) {
  const may = useMay();
  return (
    <Card
      title="Consent"
      description="The newest decision of the client counts."
      padded={consents.length === 0}
      actions={
        may('leads.work') && (
          <FormDialog
            label="Record consent"
            buttonSize="sm"
            title="Record a decision"
            description="After a call or from a signed paper. What the client decides online appears by itself."
          >
            {(close) => <RecordForm {...form} close={close} />}
          </FormDialog>
        )
      }
    >
      {consents.length === 0 ? (
        <p className="text-ink-soft text-sm">
          The client has not agreed to anything. Nothing about them can be shared.
        </p>
      ) : (
        <SimpleTable
          label="Consent"
          rows={grouped(consents)}
          getRowKey={(row) => row.key}
          columns={[
            { key: 'recipient', header: 'To whom', cell: ({ first }) => first.recipientName },
            { key: 'purpose', header: 'For', cell: ({ first }) => humanize(first.purpose) },
            {
              key: 'scopes',
              header: 'What',
              cell: ({ rows }) => (
                <span className="flex flex-wrap gap-1.5">
                  {rows.map(({ scope, decision }) => (
                    <Badge key={scope} tone={decision === 'granted' ? 'success' : 'danger'}>
                      {humanize(scope)}
                      {decision === 'withdrawn' && ' withdrawn'}
                    </Badge>
                  ))}
                </span>
              ),
            },
            { key: 'since', header: 'Since', cell: ({ first }) => <DateOnly value={first.decidedAt} /> },
          ]}
        />
      )}
    </Card>
  );
}
