'use client';

import type { Outputs } from '@goodword/api';
import { updateTermsInput } from '@goodword/api/client';
import {
  Button,
  CheckboxField,
  DateField,
  dayStart,
  FormActions,
  FormError,
  FormRow,
  formatPercent,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMemo } from 'react';
import { z } from 'zod';
import { useMay } from '../../frame/role.tsx';
import { useOrganisationZone } from '../../lib/days.ts';
import type { TermsBoxes } from '../../lib/terms-boxes.ts';
import { TermsFields } from '../../lib/terms-fields.tsx';
import { TermsPreview } from '../../lib/terms-preview.tsx';

type Engagement = Outputs['partners']['get']['engagements'][number];

type Boxes = Omit<z.input<typeof updateTermsInput>, 'terms' | 'effectiveFrom'> & {
  terms: TermsBoxes;
  from: string | null;
  released: boolean;
  insists: boolean;
};

const schemaIn = (zone: string) =>
  z.preprocess((value) => {
    const { from, released, insists: _insists, terms, ...rest } = value as Boxes;
    return { ...rest, terms: released ? null : terms, effectiveFrom: dayStart(from, zone) };
  }, updateTermsInput) as unknown as z.ZodType<z.output<typeof updateTermsInput>, Boxes>;

interface TermsFormProps {
  engagement: Engagement;
  currency: string;
  close: () => void;
}

/** A plan for one engagement, with what it comes to beside the boxes. */
export function TermsForm({ engagement, currency, close }: TermsFormProps) {
  const { id, version, terms, range, inForce } = engagement;
  const may = useMay();
  const update = trpc.partners.updateTerms.useMutation();
  const override = trpc.partners.overrideTerms.useMutation();
  const done = useDone();
  const zone = useOrganisationZone();
  const schema = useMemo(() => schemaIn(zone), [zone]);
  const form = useZodForm(schema, {
    engagementId: id,
    version,
    name: '',
    terms: { ...terms, tiers: terms.tiers ?? [] },
    from: null,
    released: false,
    insists: false,
    reason: '',
  });
  const boxes = form.watch();
  const rateHelp = range
    ? `The type allows ${formatPercent(range.minBps)} to ${formatPercent(range.maxBps)} here.`
    : undefined;
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await (form.getValues('insists') ? override : update).mutateAsync(values);
        close();
        done('The terms are agreed');
      }}
    >
      <FormError />
      <FormRow>
        <TextField name="name" label="Name of the plan" help="Both sides read it." />
        <DateField name="from" label="In force from" optional help="Empty: from now on." />
      </FormRow>
      {inForce.source === 'engagement' && (
        <CheckboxField
          name="released"
          label="Back to what counts without a plan: the terms of its group, else those it began with"
        />
      )}
      {!boxes.released && (
        <>
          <TermsFields terms={boxes.terms} currency={currency} rateHelp={rateHelp} />
          {may('terms.override') && (
            <CheckboxField
              name="insists"
              label="Allow terms outside the range of the type"
              help="Your name and the reason stay on the engagement."
            />
          )}
          <TermsPreview terms={boxes.terms} currency={currency} />
        </>
      )}
      <TextareaField
        name="reason"
        label="Reason"
        rows={2}
        help="For staff only. Deals verified before keep their commission."
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save terms</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
