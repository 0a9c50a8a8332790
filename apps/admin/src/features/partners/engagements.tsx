'use client';

import type { Outputs } from '@goodword/api';
import { addEngagementInput, regionName } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  DateOnly,
  FormActions,
  FormError,
  SelectField,
  SubmitButton,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, RegionsField, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { EngagementActs } from './engagement-acts.tsx';
import { TermsForm } from './terms-form.tsx';

type Partner = Outputs['partners']['get'];
type Engagement = Partner['engagements'][number];

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

interface ItemProps {
  engagement: Engagement;
  types: readonly TypeChoice[];
  currency: string;
  manages: boolean;
}

function EngagementItem({ engagement, types, currency, manages }: ItemProps) {
  const { inForce, typeName } = engagement;
  return (
    <li className="grid gap-1.5 border-line border-t pt-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium text-sm">{typeName}</h3>
        {engagement.endedAt && <Badge>Ended</Badge>}
        {inForce.outsideRange && <Badge tone="warning">Outside the range</Badge>}
        {engagement.blockedByLaw && <Badge tone="danger">Not paid</Badge>}
        {manages && (
          <span className="ml-auto flex flex-wrap gap-2">
            <FormDialog
              label="Change terms"
              name={`Change terms as ${typeName}`}
              buttonSize="sm"
              title={`Terms as ${typeName}`}
              size="xl"
            >
              {(close) => <TermsForm engagement={engagement} currency={currency} close={close} />}
            </FormDialog>
            <EngagementActs engagement={engagement} types={types} />
          </span>
        )}
      </div>
      <p className="text-sm leading-6">{engagement.sentence}</p>
      <p className="text-[0.8125rem] text-ink-soft">
        {inForce.why} In force since <DateOnly value={inForce.since} />.{' '}
        {inForce.groupId && (
          <TextLink href={`/partner-groups/${inForce.groupId}`} className="underline">
            See the group
          </TextLink>
        )}
      </p>
      {engagement.coming.map((coming) => (
        <p key={`${coming.name}-${coming.sentence}`} className="text-[0.8125rem] text-ink-soft">
          From <DateOnly value={coming.effectiveFrom} />, by {coming.name}: {coming.sentence}
        </p>
      ))}
      {engagement.blockedByLaw && <Alert tone="warning">{engagement.blockedByLaw}</Alert>}
      <p className="text-[0.8125rem] text-ink-soft">
        {engagement.regions.map(regionName).join(', ')} · since <DateOnly value={engagement.createdAt} />
        {engagement.endedAt && (
          <>
            {' '}
            until <DateOnly value={engagement.endedAt} />
          </>
        )}
      </p>
      <Plans engagement={engagement} />
    </li>
  );
}

function Plans({ engagement }: { engagement: Engagement }) {
  if (engagement.plans.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-pointer text-[0.8125rem] text-accent-ink">
        Terms agreed for this engagement ({engagement.plans.length})
      </summary>
      <ol className="mt-2 grid gap-2">
        {engagement.plans.toReversed().map((plan) => (
          <li key={plan.id} className="rounded-control bg-subtle px-3 py-2">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {plan.name}, from <DateOnly value={plan.effectiveFrom} />
              {plan.outsideRange && <Badge tone="warning">Outside the range</Badge>}
            </p>
            <p>{plan.sentence}</p>
            <p className="text-[0.8125rem] text-ink-soft">
              {plan.setByName ?? 'Goodword'}, <DateOnly value={plan.createdAt} />: {plan.reason}
            </p>
          </li>
        ))}
      </ol>
    </details>
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
          <EngagementItem
            key={engagement.id}
            engagement={engagement}
            types={types}
            currency={partner.currency}
            manages={manages && !engagement.endedAt}
          />
        ))}
      </ul>
      {partner.engagements.length === 0 && <p className="text-ink-soft text-sm">No engagement yet.</p>}
    </Card>
  );
}
