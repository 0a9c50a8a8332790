'use client';

import type { Outputs } from '@goodword/api';
import { addEngagementInput, regionName, updateTermsInput } from '@goodword/api/client';
import {
  Badge,
  Button,
  Card,
  DateOnly,
  FormActions,
  FormError,
  formatPercent,
  NumberField,
  SelectField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, RegionsField, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Partner = Outputs['partners']['get'];
type Engagement = Partner['engagements'][number];

const termsSchema = emptyIsMissing(updateTermsInput);

function TermsForm({ engagement, close }: { engagement: Engagement; close: () => void }) {
  const { id, formula, rateBps, rateMinBps, rateMaxBps, splitPartnerBps } = engagement;
  const update = trpc.partners.updateTerms.useMutation();
  const done = useDone();
  const form = useZodForm(termsSchema, {
    engagementId: id,
    rateBps: rateBps ?? undefined,
    splitPartnerBps: splitPartnerBps ?? undefined,
    reason: '',
  });
  const range =
    rateMinBps !== null && rateMaxBps !== null
      ? `This type allows ${formatPercent(rateMinBps)} to ${formatPercent(rateMaxBps)}.`
      : undefined;
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await update.mutateAsync(values);
        close();
        done('The new terms count from now on');
      }}
    >
      <FormError />
      <NumberField name="rateBps" label="Rate" unit="%" scale={100} help={range} />
      {formula === 'split' && (
        <NumberField name="splitPartnerBps" label="Share of the partner" unit="%" scale={100} />
      )}
      <TextareaField
        name="reason"
        label="Reason"
        rows={2}
        help="Kept in the history. Deals verified before keep their commission."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save terms</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export interface TypeChoice {
  code: string;
  name: string;
  regions: string[];
}

function AddForm({
  partnerId,
  types,
  close,
}: {
  partnerId: string;
  types: readonly TypeChoice[];
  close: () => void;
}) {
  const add = trpc.partners.addEngagement.useMutation();
  const done = useDone();
  const form = useZodForm(addEngagementInput, { partnerId, partnerTypeCode: '', regions: [] });
  const type = types.find(({ code }) => code === form.watch('partnerTypeCode'));
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await add.mutateAsync(values);
        close();
        done('The engagement is added');
      }}
    >
      <FormError />
      <SelectField
        name="partnerTypeCode"
        label="Partner type"
        placeholder="Choose a type"
        options={types.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <RegionsField name="regions" label="Regions" within={type?.regions} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Add engagement</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** What the partner does for us and on what terms. */
export function Engagements({ partner, types }: { partner: Partner; types: readonly TypeChoice[] }) {
  const may = useMay();
  const manages = may('partners.manage') && partner.status !== 'terminated';
  return (
    <Card
      title="Engagements"
      actions={
        manages && (
          <FormDialog label="Add engagement" buttonSize="sm" title="Add engagement" size="lg">
            {(close) => <AddForm partnerId={partner.id} types={types} close={close} />}
          </FormDialog>
        )
      }
    >
      <ul className="grid gap-4">
        {partner.engagements.map((engagement) => (
          <li
            key={engagement.id}
            className="grid gap-1 border-line border-t pt-4 first:border-t-0 first:pt-0"
          >
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="font-medium text-sm">{engagement.typeName}</h3>
              {engagement.endedAt && <Badge>Ended</Badge>}
              {manages && engagement.rateBps !== null && !engagement.endedAt && (
                <span className="ml-auto">
                  <FormDialog label="Change terms" buttonSize="sm" title={`Terms as ${engagement.typeName}`}>
                    {(close) => <TermsForm engagement={engagement} close={close} />}
                  </FormDialog>
                </span>
              )}
            </div>
            <p className="text-sm leading-6">{engagement.sentence}</p>
            <p className="text-[0.8125rem] text-ink-soft">
              {engagement.regions.map(regionName).join(', ')} · since{' '}
              <DateOnly value={engagement.createdAt} />
            </p>
          </li>
        ))}
      </ul>
      {partner.engagements.length === 0 && <p className="text-ink-soft text-sm">No engagement yet.</p>}
    </Card>
  );
}
