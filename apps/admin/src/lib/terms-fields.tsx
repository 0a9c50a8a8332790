'use client';

import { bases, directions, formulas, triggers } from '@goodword/api/client';
import { FormRow, MoneyField, NumberField, SelectField } from '@goodword/ui';
import { RowsField } from '@goodword/web';
import { optionsOf } from './options.ts';
import type { TermsBoxes } from './terms-boxes.ts';

export interface TermsFieldsProps {
  /** What stands in the boxes now. */
  terms: TermsBoxes;
  currency: string;
  /** Which rates are possible. */
  rateHelp?: string;
}

const splitRate = 'Gross commission';

/** The four choices of terms, and only the numbers that the formula uses. The form keeps them under `terms`. */
export function TermsFields({ terms, currency, rateHelp }: TermsFieldsProps) {
  return (
    <>
      <SelectField name="terms.direction" label="Who pays" options={optionsOf(directions)} />
      {terms.direction !== 'none' && (
        <>
          <FormRow>
            <SelectField name="terms.formula" label="Calculated as" options={optionsOf(formulas)} />
            <SelectField name="terms.base" label="Calculated from" options={optionsOf(bases)} />
          </FormRow>
          <FormRow>
            <SelectField name="terms.trigger" label="Due" options={optionsOf(triggers)} />
            {(terms.formula === 'percent' || terms.formula === 'split') && (
              <NumberField
                name="terms.rateBps"
                label={terms.formula === 'split' ? splitRate : 'Rate'}
                unit="%"
                scale={100}
                help={rateHelp}
              />
            )}
            {terms.formula === 'flat' && (
              <MoneyField
                name="terms.flatAmountMinor"
                label="Flat amount"
                currency={currency}
                help="In the partner's own currency."
              />
            )}
          </FormRow>
          {terms.formula === 'split' && (
            <NumberField name="terms.splitPartnerBps" label="Share of the partner" unit="%" scale={100} />
          )}
          {terms.formula === 'tiers' && (
            <RowsField
              name="terms.tiers"
              label="Steps"
              add="Add step"
              row="step"
              empty="No step yet."
              fresh={() => ({ fromDeals: terms.tiers?.length ? null : 0, rateBps: null })}
            >
              {(path) => (
                <FormRow>
                  <NumberField name={`${path}.fromDeals`} label="From verified deals" unit="deals" />
                  <NumberField name={`${path}.rateBps`} label="Rate" unit="%" scale={100} help={rateHelp} />
                </FormRow>
              )}
            </RowsField>
          )}
        </>
      )}
    </>
  );
}
