'use client';

import type { Outputs } from '@goodword/api';
import { apiScopes, createApiKeyInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  CopyField,
  DateOnly,
  EmptyState,
  FormActions,
  FormError,
  RelativeTime,
  SimpleTable,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useState } from 'react';
import { Act } from '../../lib/act.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';

type ApiKey = Outputs['apiKeys']['list'][number];
type CreatedKey = Outputs['apiKeys']['create'];

const scopeWords: Record<(typeof apiScopes)[number], string> = {
  'events:write': 'Report finished consultations',
  'checkout:write': 'Redeem credit at a checkout',
};

function wordsOf(scope: string): string {
  return (scopeWords as Record<string, string>)[scope] ?? scope;
}

function CreatedSecrets({ created, close }: { created: CreatedKey; close: () => void }) {
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title="Copy both now">
        They cannot be shown again. Keep them where the other system reads its secrets.
      </Alert>
      <CopyField label="API key" value={created.key} />
      <CopyField label="Signing secret" value={created.signingSecret} />
      <FormActions>
        <Button variant="primary" onClick={close}>
          I copied them
        </Button>
      </FormActions>
    </div>
  );
}

function NewKey({ close }: { close: () => void }) {
  const create = trpc.apiKeys.create.useMutation();
  const done = useDone();
  const [created, setCreated] = useState<CreatedKey>();
  const form = useZodForm(createApiKeyInput, { name: '', scopes: [] });
  const scopes = form.watch('scopes');
  if (created) return <CreatedSecrets created={created} close={close} />;
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        setCreated(await create.mutateAsync(values));
        done('The key works from now on');
      }}
    >
      <FormError />
      <TextField name="name" label="Name" help="The system that uses it, such as “Clinic software”." />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">The key may</legend>
        {apiScopes.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes"
            label={scopeWords[scope]}
            description={scope}
            checked={scopes.includes(scope)}
            onChange={(event) =>
              form.setValue(
                'scopes',
                event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope),
                { shouldDirty: true, shouldValidate: form.formState.isSubmitted },
              )
            }
          />
        ))}
        {form.formState.errors.scopes && (
          <p className="text-danger-ink text-sm">{form.formState.errors.scopes.message}</p>
        )}
      </fieldset>
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Create key</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const revoke = trpc.apiKeys.revoke.useMutation();
  return (
    <Act
      label="Revoke"
      name={`Revoke ${apiKey.name}`}
      size="sm"
      tone="danger"
      title={`Revoke the key of ${apiKey.name}?`}
      consequence="The system that uses it is refused at once. This cannot be undone; a new key is quickly made."
      done={`The key of ${apiKey.name} is revoked`}
      run={() => revoke.mutateAsync({ id: apiKey.id })}
    />
  );
}

/** Keys by which other systems reach the public interface. */
export function ApiKeys({ keys }: { keys: readonly ApiKey[] }) {
  const dialog = (
    <FormDialog label="Create key" variant="primary" buttonSize="sm" title="New API key">
      {(close) => <NewKey close={close} />}
    </FormDialog>
  );
  return (
    <Card
      title="API keys"
      description="For the clinic's software, a web shop and other systems of ours."
      padded={false}
      actions={dialog}
    >
      {keys.length === 0 ? (
        <EmptyState title="No keys yet" compact>
          Create one for each system that reports consultations or redeems credit.
        </EmptyState>
      ) : (
        <SimpleTable
          label="API keys"
          rows={keys}
          getRowKey={(row) => row.id}
          columns={[
            { key: 'name', header: 'System', cell: (row) => row.name },
            { key: 'scopes', header: 'May', cell: (row) => row.scopes.map(wordsOf).join(', ') },
            { key: 'created', header: 'Created', cell: (row) => <DateOnly value={row.createdAt} /> },
            {
              key: 'used',
              header: 'Last used',
              cell: (row) => (row.lastUsedAt ? <RelativeTime value={row.lastUsedAt} /> : 'Never'),
            },
            {
              key: 'state',
              header: 'State',
              cell: (row) => (row.revokedAt ? <Badge tone="danger">Revoked</Badge> : <Revoke apiKey={row} />),
            },
          ]}
        />
      )}
    </Card>
  );
}
