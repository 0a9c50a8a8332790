'use client';

import type { Outputs } from '@goodword/api';
import { describeExample, describeProgram, programTypes, rewardKinds } from '@goodword/api/client';
import {
  Button,
  Card,
  DateField,
  dayIn,
  FormActions,
  FormError,
  FormRow,
  FormSection,
  lastDayBefore,
  MoneyField,
  NumberField,
  SelectField,
  SubmitButton,
  SwitchField,
  TextareaField,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useMemo } from 'react';
import { usePatientWords } from '../../frame/role.tsx';
import { useOrganisationZone } from '../../lib/days.ts';
import { currencyOptions, optionsOf } from '../../lib/options.ts';
import { type ProgramBoxes, programFormSchema, termsSoFar } from './program-form-schema.ts';
import { ProgramSummary } from './program-summary.tsx';

type Program = Outputs['programs']['get'];

const fresh: Omit<ProgramBoxes, 'currency'> = {
  name: '',
  description: '',
  programType: 'standard',
  referrerRewardKind: 'credit',
  referrerAmountMinor: null,
  referrerPercentBps: null,
  friendRewardKind: 'credit',
  friendAmountMinor: null,
  friendPercentBps: null,
  maxInvitesPerPatient: null,
  rewardThreshold: 1,
  inviteExpiryDays: 90,
  rewardExpiryDays: 365,
  holdDays: 14,
  yearlyCapMinor: null,
  healthProgram: true,
  jurisdictions: '',
  blockedPayers: '',
  startsAt: null,
  endsAt: null,
};

function boxesOf(program: Program, zone: string): ProgramBoxes {
  return {
    name: program.name,
    description: program.description,
    programType: program.programType,
    currency: program.currency,
    referrerRewardKind: program.referrerRewardKind,
    referrerAmountMinor: program.referrerAmountMinor,
    referrerPercentBps: program.referrerPercentBps,
    friendRewardKind: program.friendRewardKind,
    friendAmountMinor: program.friendAmountMinor,
    friendPercentBps: program.friendPercentBps,
    maxInvitesPerPatient: program.maxInvitesPerPatient,
    rewardThreshold: program.rewardThreshold,
    inviteExpiryDays: program.inviteExpiryDays,
    rewardExpiryDays: program.rewardExpiryDays,
    holdDays: program.holdDays,
    yearlyCapMinor: program.yearlyCapMinor,
    healthProgram: program.healthProgram,
    jurisdictions: program.jurisdictions.join(', '),
    blockedPayers: program.blockedPayers.join(', '),
    startsAt: dayIn(program.startsAt, zone),
    endsAt: lastDayBefore(program.endsAt, zone),
  };
}

interface RewardFieldsProps {
  side: 'referrer' | 'friend';
  kind: string;
  currency: string;
}

function RewardFields({ side, kind, currency }: RewardFieldsProps) {
  const who = side === 'referrer' ? 'Who invites gets' : 'The friend gets';
  return (
    <FormRow>
      <SelectField name={`${side}RewardKind`} label={who} options={optionsOf(rewardKinds)} />
      {kind === 'credit' && <MoneyField name={`${side}AmountMinor`} label="Amount" currency={currency} />}
      {kind === 'discount' && (
        <NumberField name={`${side}PercentBps`} label="Discount" unit="%" scale={100} />
      )}
    </FormRow>
  );
}

export interface ProgramFormProps {
  currency: string;
  /** Without it a new program. */
  program?: Program;
}

/** The rules of a program, with what they mean in words beside them. */
export function ProgramForm({ currency, program }: ProgramFormProps) {
  const patients = usePatientWords();
  const create = trpc.programs.create.useMutation();
  const update = trpc.programs.update.useMutation();
  const { navigate } = useUi();
  const zone = useOrganisationZone();
  const schema = useMemo(() => programFormSchema(zone), [zone]);
  const form = useZodForm(schema, program ? boxesOf(program, zone) : { ...fresh, currency });
  const boxes = form.watch();
  const terms = termsSoFar(boxes, zone);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Card>
        <ApiForm
          form={form}
          onSubmit={async (values) => {
            const id = program ? program.id : (await create.mutateAsync(values)).id;
            if (program) await update.mutateAsync({ ...values, id });
            toast.success(program ? 'The program is saved' : 'The program is saved as a draft');
            navigate(`/programs/${id}`);
          }}
        >
          <FormError />
          <FormSection title="Program">
            <TextField name="name" label="Name" />
            <TextareaField
              name="description"
              label="Description"
              rows={2}
              help={`${patients.Many} and friends read it.`}
            />
            <FormRow>
              <SelectField name="programType" label="Kind" options={optionsOf(programTypes)} />
              <SelectField name="currency" label="Currency" options={currencyOptions} />
            </FormRow>
          </FormSection>
          <FormSection
            title="Rewards"
            description="Both sides get theirs after the friend's first consultation."
          >
            <RewardFields side="referrer" kind={boxes.referrerRewardKind} currency={terms.currency} />
            <RewardFields side="friend" kind={boxes.friendRewardKind} currency={terms.currency} />
            <FormRow>
              <NumberField name="rewardThreshold" label="Friends needed for one reward" />
              <NumberField name="holdDays" label="Waiting days" unit="days" help="Time to stop a reward." />
            </FormRow>
            <FormRow>
              <NumberField name="rewardExpiryDays" label="A reward can be used for" unit="days" />
              <NumberField name="inviteExpiryDays" label="An invite stays open for" unit="days" />
            </FormRow>
          </FormSection>
          <FormSection title="Limits" description="Needed before the program goes live.">
            <FormRow>
              <MoneyField
                name="yearlyCapMinor"
                label="Most credit in a year"
                optional
                currency={terms.currency}
                help={`Per ${patients.one}.`}
              />
              <NumberField
                name="maxInvitesPerPatient"
                label="Most friends to invite"
                optional
                help={`Per ${patients.one}. Empty: no limit.`}
              />
            </FormRow>
            <TextField
              name="jurisdictions"
              label="Runs in"
              help="Country or state codes with commas, such as AE, US-CA."
            />
            <TextField
              name="blockedPayers"
              label="Excluded payers"
              help={`Whose ${patients.many} earn nothing, such as medicare, medicaid. Write none if nobody is excluded.`}
            />
            <SwitchField
              name="healthProgram"
              label="Health program"
              help="Rewards follow care, so nobody learns what a friend did beyond joining."
            />
            <FormRow>
              <DateField name="startsAt" label="Starts" optional />
              <DateField name="endsAt" label="Ends" optional />
            </FormRow>
          </FormSection>
          <FormActions>
            <Button href={program ? `/programs/${program.id}` : '/programs'}>Cancel</Button>
            <SubmitButton>{program ? 'Save program' : 'Save draft'}</SubmitButton>
          </FormActions>
        </ApiForm>
      </Card>
      <aside className="lg:sticky lg:top-20">
        <ProgramSummary lines={describeProgram(terms, patients.one)} example={describeExample(terms)} />
      </aside>
    </div>
  );
}
