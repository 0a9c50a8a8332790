'use client';

import type { Outputs } from '@goodword/api';
import { setCareRuleInput } from '@goodword/api/client';
import {
  Badge,
  Button,
  Card,
  FormActions,
  FormError,
  FormRow,
  Money,
  MoneyField,
  NumberField,
  SelectField,
  SimpleTable,
  SubmitButton,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { currencyOptions } from '../../lib/options.ts';

type Rule = Outputs['care']['rules'][number];

function RuleForm({ rule, close }: { rule: Rule; close: () => void }) {
  const set = trpc.care.setRule.useMutation();
  const done = useDone();
  const { partnerTypeCode, cadenceDays, giftLimitMinor, currency } = rule;
  const form = useZodForm(setCareRuleInput, { partnerTypeCode, cadenceDays, giftLimitMinor, currency });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await set.mutateAsync(values);
        close();
        done(`The rule for ${rule.typeName} is changed`);
      }}
    >
      <FormError />
      <NumberField
        name="cadenceDays"
        label="Contact every"
        unit="days"
        help="Leave it empty for no cadence."
        optional
      />
      <FormRow>
        <MoneyField
          name="giftLimitMinor"
          label="Gift limit per partner and year"
          help="0 forbids gifts. Empty sets no limit."
          currency={form.watch('currency')}
          optional
        />
        <SelectField name="currency" label="Currency" options={currencyOptions} />
      </FormRow>
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function Limit({ giftLimitMinor, currency }: Rule) {
  if (giftLimitMinor === null) return 'No limit';
  if (giftLimitMinor === 0n) return <Badge tone="danger">No gifts</Badge>;
  return <Money amountMinor={giftLimitMinor} currency={currency} />;
}

/** How often each type hears from us, and what it may be given. */
export function RulesTable({ rules }: { rules: readonly Rule[] }) {
  const may = useMay();
  return (
    <Card padded={false}>
      <SimpleTable
        label="Rules"
        rows={rules}
        getRowKey={(row) => row.partnerTypeCode}
        columns={[
          {
            key: 'type',
            header: 'Partner type',
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                {row.typeName}
                {row.regulated && <Badge tone="warning">Regulated</Badge>}
              </span>
            ),
          },
          {
            key: 'cadence',
            header: 'Contact',
            cell: (row) => (row.cadenceDays === null ? 'No cadence' : `Every ${row.cadenceDays} days`),
          },
          { key: 'limit', header: 'Gifts per partner and year', cell: (row) => <Limit {...row} /> },
          {
            key: 'edit',
            header: '',
            align: 'right',
            cell: (row) =>
              may('partners.manage') && (
                <FormDialog
                  label="Edit"
                  name={`Edit the rule for ${row.typeName}`}
                  buttonSize="sm"
                  variant="ghost"
                  title={`Rule for ${row.typeName}`}
                >
                  {(close) => <RuleForm rule={row} close={close} />}
                </FormDialog>
              ),
          },
        ]}
      />
    </Card>
  );
}
