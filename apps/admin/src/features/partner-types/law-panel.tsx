'use client';

import type { Outputs } from '@goodword/api';
import { decideLawInput, regionName } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  DateField,
  DateOnly,
  dayEnd,
  dayStart,
  FormActions,
  FormError,
  FormRow,
  LastDay,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, regionOptions, trpc, useDone } from '@goodword/web';
import { useMemo } from 'react';
import { z } from 'zod';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { useOrganisationZone } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';

type PartnerType = Outputs['catalogue']['get'];
type Decision = PartnerType['decisions'][number];

type Boxes = Omit<z.input<typeof decideLawInput>, 'validFrom' | 'validUntil'> & {
  validFrom: string | null;
  validUntil: string | null;
};

/** The opinion counts from the start of its first day to the end of its last. */
const schemaIn = (zone: string) =>
  z.preprocess((value) => {
    const boxes = value as Boxes;
    return {
      ...boxes,
      validFrom: dayStart(boxes.validFrom, zone) ?? undefined,
      validUntil: dayEnd(boxes.validUntil, zone) ?? undefined,
    };
  }, decideLawInput) as unknown as z.ZodType<z.output<typeof decideLawInput>, Boxes>;

function DecisionForm({ code, close }: { code: string; close: () => void }) {
  const decide = trpc.catalogue.decideLaw.useMutation();
  const done = useDone();
  const zone = useOrganisationZone();
  const schema = useMemo(() => schemaIn(zone), [zone]);
  const form = useZodForm(schema, {
    code,
    region: '',
    reviewerName: '',
    legalBasis: '',
    evidence: '',
    validFrom: null,
    validUntil: null,
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await decide.mutateAsync(values);
        close();
        done('The decision is recorded');
      }}
    >
      <FormError />
      <FormRow>
        <SelectField name="region" label="Region" placeholder="Choose a region" options={regionOptions} />
        <TextField name="reviewerName" label="Reviewed by" help="Name and firm." />
      </FormRow>
      <TextareaField name="legalBasis" label="Legal basis" rows={3} />
      <TextField name="evidence" label="Evidence" help="A link or the reference of the opinion." />
      <FormRow>
        <DateField name="validFrom" label="Valid from" />
        <DateField name="validUntil" label="Valid until" />
      </FormRow>
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Record decision</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function stateOf({ counts, withdrawnAt }: Decision) {
  if (withdrawnAt) return <Badge tone="danger">Withdrawn</Badge>;
  return counts ? <Badge tone="success">Counts</Badge> : <Badge>Does not count today</Badge>;
}

function DecisionItem({ decision, manages }: { decision: Decision; manages: boolean }) {
  const withdraw = trpc.catalogue.withdrawLaw.useMutation();
  const where = regionName(decision.region);
  return (
    <li className="grid gap-1 border-line border-t pt-4 text-sm first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{where}</h3>
        {stateOf(decision)}
        {manages && !decision.withdrawnAt && (
          <span className="ml-auto">
            <Act
              label="Withdraw"
              name={`Withdraw the decision for ${where}`}
              size="sm"
              tone="danger"
              title="Withdraw this decision?"
              consequence="Deals verified from now on earn nothing there. What was earned before stays."
              reason="required"
              done="The decision is withdrawn"
              run={({ reason }) => withdraw.mutateAsync({ decisionId: decision.id, reason })}
            />
          </span>
        )}
      </div>
      <p className="leading-6">{decision.legalBasis}</p>
      <p className="break-words text-[0.8125rem] text-ink-soft">
        {decision.reviewerName} · {decision.evidence} · <DateOnly value={decision.validFrom} /> to{' '}
        <LastDay before={decision.validUntil} />
      </p>
      {decision.withdrawnReason && <p className="text-ink-soft">Withdrawn: {decision.withdrawnReason}</p>}
    </li>
  );
}

/** Where the law lets a regulated type be paid, who said so and for how long. */
export function LawPanel({ type }: { type: PartnerType }) {
  const manages = useMay()('catalogue.manage');
  if (!type.lawGate) return null;
  const { open, missing } = type.lawGate;
  return (
    <Card
      title="Law gate"
      description="Referral fees to this type are regulated. It is paid only where a decision counts."
      actions={
        manages && (
          <FormDialog label="Record decision" buttonSize="sm" title="Decision on the law" size="lg">
            {(close) => <DecisionForm code={type.code} close={close} />}
          </FormDialog>
        )
      }
    >
      {!open && (
        <Alert tone="warning">
          {missing.length > 0
            ? `No decision covers all of ${missing.map(regionName).join(', ')}. Where none does, terms that pay are refused and deals earn nothing.`
            : 'Name the regions of this type first: a decision counts for a region.'}
        </Alert>
      )}
      <ul className="mt-4 grid gap-4">
        {type.decisions.map((decision) => (
          <DecisionItem key={decision.id} decision={decision} manages={manages} />
        ))}
      </ul>
      {type.decisions.length === 0 && <p className="text-ink-soft text-sm">Nothing decided yet.</p>}
    </Card>
  );
}
