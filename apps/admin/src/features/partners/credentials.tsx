'use client';

import type { Outputs } from '@goodword/api';
import { addCredentialInput, regionName } from '@goodword/api/client';
import {
  Badge,
  Button,
  Card,
  DateField,
  DateOnly,
  FormActions,
  FormError,
  FormRow,
  humanize,
  SelectField,
  SimpleTable,
  SubmitButton,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, regionOptions, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { dayField } from '../../lib/days.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { optionsOf } from '../../lib/options.ts';

type Partner = Outputs['partners']['get'];
type Credential = Partner['credentials'][number];

const schema = addCredentialInput.extend({ expiresAt: dayField });

/** Kinds the seeded partner types ask for. */
const kinds = ['rera', 'state_licence', 'emirate_licence', 'insurance', 'bar_admission'];

function AddForm({ partnerId, close }: { partnerId: string; close: () => void }) {
  const add = trpc.partners.addCredential.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    partnerId,
    kind: '',
    number: '',
    authority: '',
    region: '',
    expiresAt: '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await add.mutateAsync(values);
        close();
        done('The credential is added');
      }}
    >
      <FormError />
      <FormRow>
        <SelectField name="kind" label="Kind" placeholder="Choose a kind" options={optionsOf(kinds)} />
        <SelectField name="region" label="Region" placeholder="Choose a region" options={regionOptions} />
      </FormRow>
      <FormRow>
        <TextField name="number" label="Number" />
        <TextField name="authority" label="Issued by" />
      </FormRow>
      <DateField name="expiresAt" label="Valid until" />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Add credential</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function Verification({ credential, manages }: { credential: Credential; manages: boolean }) {
  const verify = trpc.partners.verifyCredential.useMutation();
  if (credential.verifiedAt) {
    return (
      <span>
        <DateOnly value={credential.verifiedAt} /> by {credential.verifiedByName ?? 'staff'}
      </span>
    );
  }
  if (!manages) return <Badge tone="warning">Not verified</Badge>;
  return (
    <Act
      label="Verify"
      name={`Verify ${humanize(credential.kind)} ${credential.number}`}
      size="sm"
      title="Verify this credential?"
      consequence={`You confirm that ${humanize(credential.kind)} ${credential.number} was checked with ${credential.authority}. Your name is kept with it.`}
      done="The credential is verified"
      run={() => verify.mutateAsync({ credentialId: credential.id })}
    />
  );
}

/** Licences that regulated types need before a lead may go to them. */
export function Credentials({ partner }: { partner: Partner }) {
  const may = useMay();
  const manages = may('partners.manage') && partner.status !== 'terminated';
  return (
    <Card
      title="Credentials"
      padded={partner.credentials.length === 0}
      actions={
        manages && (
          <FormDialog label="Add credential" buttonSize="sm" title="Add credential">
            {(close) => <AddForm partnerId={partner.id} close={close} />}
          </FormDialog>
        )
      }
    >
      {partner.credentials.length === 0 ? (
        <p className="text-ink-soft text-sm">
          None on file. Some partner types need one before leads can be shared with them.
        </p>
      ) : (
        <SimpleTable
          label="Credentials"
          rows={partner.credentials}
          getRowKey={(row) => row.id}
          columns={[
            { key: 'kind', header: 'Kind', cell: (row) => `${humanize(row.kind)} ${row.number}` },
            { key: 'authority', header: 'Issued by', cell: (row) => row.authority },
            { key: 'region', header: 'Region', cell: (row) => regionName(row.region) },
            {
              key: 'expires',
              header: 'Valid until',
              cell: (row) => (
                <span className="flex flex-wrap gap-2">
                  <DateOnly value={row.expiresAt} />
                  {row.expired && <Badge tone="danger">Expired</Badge>}
                </span>
              ),
            },
            {
              key: 'verified',
              header: 'Verified',
              cell: (row) => <Verification credential={row} manages={manages} />,
            },
          ]}
        />
      )}
    </Card>
  );
}
