'use client';

import type { Outputs } from '@goodword/api';
import { requestTimelines, shareScopes } from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  CheckboxField,
  FormActions,
  FormError,
  FormRow,
  FormSection,
  MoneyField,
  NumberField,
  SelectField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { useRouter } from 'next/navigation';
import { placeName, type RegionOption } from '../../lib/regions.ts';
import { NewGroup } from './groups.tsx';
import { requestShape, toRequest } from './request-shape.ts';
import { scopeWords } from './words.ts';

export interface RequestFormProps {
  groups: Outputs['groups']['mine'];
  types: readonly { code: string; name: string }[];
  regions: readonly RegionOption[];
  currency: string;
  /** Chosen on the page before. */
  preset: { region?: string; type?: string };
}

const timelines = Object.entries(requestTimelines).map(([value, label]) => ({ value, label }));

/** Asks for an introduction and says what the professional may learn. */
export function RequestForm({ groups, types, regions, currency, preset }: RequestFormProps) {
  const router = useRouter();
  const create = trpc.requests.create.useMutation();
  const [onlyGroup] = groups.length === 1 ? groups : [];
  const form = useZodForm(requestShape, {
    groupId: onlyGroup?.id ?? '',
    partnerTypeCode: preset.type ?? '',
    region: preset.region ?? '',
    groupSize: onlyGroup?.members.length ?? 1,
    priceMinMinor: null,
    priceMaxMinor: null,
    timeline: undefined,
    specificNeed: '',
    consent: { contact: false, budget: false, requirements: false },
  });
  const type = types.find(({ code }) => code === form.watch('partnerTypeCode'));
  const region = form.watch('region');
  const choices = useChoices(types, region);
  return (
    <Card>
      <ApiForm
        form={form}
        onSubmit={async (answers) => {
          const { id } = await create.mutateAsync(toRequest(answers));
          router.push(`/professionals/${id}`);
        }}
      >
        <FormError />
        <FormSection title="Whom you need">
          <FormRow>
            <SelectField name="region" label="Where" placeholder="Choose a place" options={regions} />
            <SelectField
              name="partnerTypeCode"
              label="Kind of professional"
              placeholder="Choose one"
              options={choices}
            />
          </FormRow>
          <TextareaField
            name="specificNeed"
            label="What you need"
            help="A few sentences, so that we find somebody who fits."
            rows={4}
            maxLength={1000}
          />
        </FormSection>
        <FormSection title="Your group">
          <FormRow>
            <SelectField
              name="groupId"
              label="Group"
              placeholder={groups.length > 0 ? 'Choose a group' : 'No groups yet'}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NumberField
              name="groupSize"
              label="How many people decide"
              step={1}
              min={1}
              max={50}
              inputMode="numeric"
            />
          </FormRow>
          <div>
            <NewGroup
              trigger={<Button size="sm">Create a group</Button>}
              onCreated={(id) => form.setValue('groupId', id, { shouldDirty: true, shouldValidate: true })}
            />
          </div>
        </FormSection>
        <FormSection title="Price and time">
          <FormRow>
            <MoneyField name="priceMinMinor" label="Price from" currency={currency} optional />
            <MoneyField name="priceMaxMinor" label="Price to" currency={currency} optional />
          </FormRow>
          <SelectField name="timeline" label="When" placeholder="Choose one" options={timelines} />
        </FormSection>
        <FormSection title="What we may tell the professional">
          <p className="text-ink-soft text-sm leading-6">
            {type && region
              ? `It goes to the one ${type.name.toLowerCase()} in ${placeName(region)} we introduce to you, and to nobody before you are matched.`
              : 'It goes to the one professional we introduce to you, and to nobody before you are matched.'}{' '}
            You can take it back at any time under My data.
          </p>
          <div className="grid gap-3">
            {shareScopes.map((scope) => (
              <CheckboxField
                key={scope}
                name={`consent.${scope}`}
                label={scopeWords[scope].label}
                help={scopeWords[scope].help}
              />
            ))}
          </div>
        </FormSection>
        {groups.length === 0 && (
          <Alert tone="info">
            An introduction is for a group. Create one above, also when it is only you.
          </Alert>
        )}
        <FormActions>
          <Button href="/professionals">Cancel</Button>
          <SubmitButton>Request introduction</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}

/** Kinds of professional, those that are not there yet marked and closed. The API decides when it is sent. */
function useChoices(types: RequestFormProps['types'], region: string) {
  const { data } = trpc.coverage.check.useQuery({ region }, { enabled: region !== '' });
  return types.map(({ code, name }) => {
    const found = data?.types.find(({ partnerTypeCode }) => partnerTypeCode === code);
    const missing = data !== undefined && found?.status !== 'available';
    return { value: code, label: missing ? `${name} (coming soon)` : name, disabled: missing };
  });
}
