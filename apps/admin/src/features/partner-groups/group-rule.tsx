'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Button,
  Card,
  FormActions,
  FormError,
  FormRow,
  MoneyField,
  NumberField,
  SelectField,
  SubmitButton,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { Act } from '../../lib/act.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { currencyOptions } from '../../lib/options.ts';
import { boxesOf, type RuleBoxes, ruleSchema } from './rule-boxes.ts';

type Group = Outputs['partnerGroups']['get'];
type Preview = Outputs['partnerGroups']['previewRule'];

const measureNames = {
  verified_deals: 'Verified deals',
  verified_value: 'Value of verified deals',
  won_shares: 'Shared leads won',
} as const;
const measureOptions = Object.entries(measureNames).map(([value, label]) => ({ value, label }));

function RuleFields({ boxes, lower }: { boxes: RuleBoxes; lower: readonly { id: string; name: string }[] }) {
  return (
    <>
      <FormRow>
        <SelectField name="measure" label="What counts" options={measureOptions} />
        {boxes.measure === 'verified_value' ? (
          <MoneyField name="amount" label="At least" currency={boxes.currency} />
        ) : (
          <NumberField
            name="count"
            label="At least"
            unit={boxes.measure === 'won_shares' ? 'leads' : 'deals'}
          />
        )}
      </FormRow>
      {boxes.measure === 'verified_value' && (
        <SelectField
          name="currency"
          label="Currency"
          help="Deals in other currencies do not count: nothing is converted."
          options={currencyOptions}
        />
      )}
      <FormRow>
        <NumberField name="windowDays" label="Within" unit="days" />
        <SelectField
          name="fromGroupId"
          label="From"
          options={[
            { value: '', label: 'Any lower group, or none' },
            ...lower.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormRow>
    </>
  );
}

/** Who would move now. */
function Moving({ preview }: { preview: Preview }) {
  return (
    <section
      aria-label="Who would move now"
      className="rounded-control bg-subtle px-3 py-2.5 text-sm"
      role="status"
    >
      <p className="font-medium">
        {preview.total === 0
          ? 'Nobody would move now.'
          : `${preview.total === 1 ? 'One partner' : `${preview.total} partners`} would move now.`}
      </p>
      {preview.rows.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {preview.rows.map(({ partnerId, partnerName, fromName, counted }) => (
            <li key={partnerId}>
              <TextLink href={`/partners/${partnerId}`} className="text-sm underline">
                {partnerName}
              </TextLink>
              , {fromName ? `from ${fromName}` : 'in no group'}: {counted}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RuleForm({ group, lower, currency, close }: GroupRuleProps & { close: () => void }) {
  const utils = trpc.useUtils();
  const set = trpc.partnerGroups.setRule.useMutation();
  const done = useDone();
  const [preview, setPreview] = useState<Preview>();
  const form = useZodForm(ruleSchema, boxesOf(group.rule, currency));
  const { id, version } = group;
  const look = form.handleSubmit(async (rule) => {
    setPreview(
      await utils.partnerGroups.previewRule.fetch({ id, ...rule, threshold: String(rule.threshold) }),
    );
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (rule) => {
        await set.mutateAsync({ id, version, ...rule, enabled: group.rule?.enabled ?? false });
        close();
        done('The rule is saved');
      }}
    >
      <FormError />
      <RuleFields boxes={form.watch()} lower={lower} />
      <div>
        <Button size="sm" onClick={() => void look()}>
          See who would move now
        </Button>
      </div>
      {preview && <Moving preview={preview} />}
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save rule</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

/** Switches the rule; on only after showing whom it moves. */
function SwitchRule({ group }: { group: Group }) {
  const set = trpc.partnerGroups.setRule.useMutation();
  const { id, version, rule } = group;
  const asRule = rule && {
    measure: rule.measure,
    threshold: rule.threshold,
    currency: rule.currency,
    windowDays: rule.windowDays,
    fromGroupId: rule.fromGroupId,
  };
  if (!rule || !asRule) return null;
  const { enabled } = rule;
  return (
    <Act
      label={enabled ? 'Switch off' : 'Switch on'}
      size="sm"
      title={enabled ? 'Switch this rule off?' : 'Switch this rule on?'}
      consequence={
        enabled
          ? 'Nobody comes to this group by itself any more. Members stay.'
          : 'Whoever fulfils it moves within minutes, is told by mail, and earns by the terms of this group from then on.'
      }
      done={enabled ? 'The rule is off' : 'The rule is on'}
      run={() => set.mutateAsync({ id, version, ...asRule, enabled: !enabled })}
    >
      {!enabled && <MovingNow input={{ id, ...asRule, threshold: String(asRule.threshold) }} />}
    </Act>
  );
}

type PreviewInput = Parameters<typeof trpc.partnerGroups.previewRule.useQuery>[0];

function MovingNow({ input }: { input: PreviewInput }) {
  const { data } = trpc.partnerGroups.previewRule.useQuery(input);
  return data ? <Moving preview={data} /> : <p className="text-ink-soft text-sm">Looking who would move…</p>;
}

export interface GroupRuleProps {
  group: Group;
  /** Open groups of a lower rank. */
  lower: readonly { id: string; name: string }[];
  currency: string;
}

/** How partners come to the group by themselves. */
export function GroupRule({ manages, ...props }: GroupRuleProps & { manages: boolean }) {
  const { rule, name } = props.group;
  return (
    <Card
      title="Rule"
      description="Moves partners up by what staff verified. It never moves anybody down, and nobody again on what a person has taken back."
      actions={
        manages && (
          <>
            <FormDialog
              label={rule ? 'Change rule' : 'Add rule'}
              buttonSize="sm"
              title={`Rule of ${name}`}
              size="lg"
            >
              {(close) => <RuleForm {...props} close={close} />}
            </FormDialog>
            <SwitchRule group={props.group} />
          </>
        )
      }
    >
      {rule ? (
        <p className="flex flex-wrap items-center gap-2 text-sm leading-6">
          <Badge tone={rule.enabled ? 'success' : 'neutral'}>{rule.enabled ? 'On' : 'Off'}</Badge>
          {rule.sentence}
        </p>
      ) : (
        <p className="text-ink-soft text-sm">None: partners come here by hand only.</p>
      )}
    </Card>
  );
}
