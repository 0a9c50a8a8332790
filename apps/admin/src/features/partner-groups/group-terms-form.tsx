'use client';

import type { Outputs } from '@goodword/api';
import { setGroupTermsInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  CheckboxField,
  DateField,
  dayStart,
  FormActions,
  FormError,
  formatPercent,
  SubmitButton,
  TextareaField,
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

type Group = Outputs['partnerGroups']['get'];

type Boxes = Omit<z.input<typeof setGroupTermsInput>, 'terms' | 'effectiveFrom'> & {
  terms: TermsBoxes;
  from: string | null;
  released: boolean;
  insists: boolean;
};

const schemaIn = (zone: string) =>
  z.preprocess((value) => {
    const { from, released, insists: _insists, terms, ...rest } = value as Boxes;
    return { ...rest, terms: released ? null : terms, effectiveFrom: dayStart(from, zone) };
  }, setGroupTermsInput) as unknown as z.ZodType<z.output<typeof setGroupTermsInput>, Boxes>;

export interface GroupTermsFormProps {
  group: Group;
  type: Group['types'][number];
  currency: string;
  close: () => void;
}

/** What members earn or pay as one type, with what it comes to beside the boxes. */
export function GroupTermsForm({ group, type, currency, close }: GroupTermsFormProps) {
  const may = useMay();
  const set = trpc.partnerGroups.setTerms.useMutation();
  const override = trpc.partnerGroups.overrideTerms.useMutation();
  const done = useDone();
  const now = group.terms.find(({ partnerTypeCode }) => partnerTypeCode === type.code);
  const start = now?.terms ?? type.terms;
  const zone = useOrganisationZone();
  const schema = useMemo(() => schemaIn(zone), [zone]);
  const form = useZodForm(schema, {
    id: group.id,
    version: group.version,
    partnerTypeCode: type.code,
    terms: { ...start, tiers: start.tiers ?? [] },
    from: null,
    released: false,
    insists: false,
    reason: '',
  });
  const boxes = form.watch();
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await (form.getValues('insists') ? override : set).mutateAsync(values);
        close();
        done(`The terms for ${type.name} are set`);
      }}
    >
      <FormError />
      {group.members > 0 && (
        <Alert tone="info">
          They count for {group.members === 1 ? 'one member' : `${group.members} members`} who have no terms
          of their own. Deals verified before keep theirs.
        </Alert>
      )}
      <DateField name="from" label="In force from" optional help="Empty: from now on." />
      {now && <CheckboxField name="released" label="Leave it to the type: the group says nothing more" />}
      {!boxes.released && (
        <>
          <TermsFields
            terms={boxes.terms}
            currency={currency}
            rateHelp={
              type.range
                ? `Possible wherever the type works: ${formatPercent(type.range.minBps)} to ${formatPercent(type.range.maxBps)}.`
                : undefined
            }
          />
          {may('terms.override') && (
            <CheckboxField
              name="insists"
              label="Allow terms outside the range of the type"
              help="Your name and the reason stay on the group."
            />
          )}
          <TermsPreview terms={boxes.terms} currency={currency} />
        </>
      )}
      <TextareaField name="reason" label="Reason" rows={2} help="For staff only." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save terms</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
