'use client';

import type { Outputs } from '@goodword/api';
import { importColumns, sourceField } from '@goodword/api/client';
import {
  FormActions,
  FormError,
  FormRow,
  FormSection,
  SelectField,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, countryOptions, trpc, useDone } from '@goodword/web';
import { z } from 'zod';

type Detail = Outputs['imports']['get'];

const schema = z.object({
  source: sourceField,
  country: z.string(),
  partnerTypeCode: z.string(),
  mapping: z.record(z.string(), z.string()),
});

export interface ImportSettingsProps {
  detail: Detail;
  types: readonly { code: string; name: string }[];
}

/** How the file is read. Guessed, and remembered for the next file of the same source. */
export function ImportSettings({ detail, types }: ImportSettingsProps) {
  const check = trpc.imports.check.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    source: detail.source,
    country: detail.country ?? '',
    partnerTypeCode: detail.partnerTypeCode ?? '',
    mapping: Object.fromEntries(importColumns.map(({ key }) => [key, detail.mapping[key] ?? ''])),
  });
  const headers = detail.headers.map((header) => {
    const sample = detail.samples[header];
    return { value: header, label: sample ? `${header} (${sample.slice(0, 40)})` : header };
  });
  return (
    <ApiForm
      form={form}
      guard={false}
      onSubmit={async ({ source, country, partnerTypeCode, mapping }) => {
        await check.mutateAsync({
          id: detail.id,
          source,
          country: country || null,
          partnerTypeCode: partnerTypeCode || null,
          mapping: Object.fromEntries(Object.entries(mapping).filter(([, header]) => header !== '')),
        });
        done('The check has started');
      }}
    >
      <FormError />
      <FormSection title="What the file is about">
        <TextField
          name="source"
          label="Source"
          help="Where the rows come from. With the id of a row it tells a partner that is known from a new one."
        />
        <FormRow>
          <SelectField
            name="country"
            label="Country of the file"
            optional
            help="Phones and states without a country are read with it."
            options={[{ value: '', label: 'Each row says it' }, ...countryOptions]}
          />
          <SelectField
            name="partnerTypeCode"
            label="Partner type"
            optional
            help="For rows that name none."
            options={[
              { value: '', label: 'Each row says it' },
              ...types.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </FormRow>
      </FormSection>
      <FormSection
        title="Columns"
        description="Which column of the file holds what. The first value is shown beside it."
      >
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {importColumns.map(({ key, label }) => (
            <SelectField
              key={key}
              name={`mapping.${key}`}
              label={label}
              options={[{ value: '', label: 'Not in the file' }, ...headers]}
            />
          ))}
        </div>
      </FormSection>
      <FormActions>
        <SubmitButton>Check the file</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
