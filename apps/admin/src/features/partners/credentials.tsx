'use client';

import type { Outputs } from '@goodword/api';
import {
  addCredentialInput,
  credentialKindName,
  credentialKinds,
  dayField,
  regionName,
} from '@goodword/api/client';
import {
  Alert,
  Button,
  Card,
  DateField,
  DateOnly,
  FormActions,
  FormError,
  FormRow,
  SelectField,
  SimpleTable,
  SubmitButton,
  TextField,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, regionOptions, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { CredentialBadge } from '../../lib/credential-badge.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Partner = Outputs['partners']['get'];
type Credential = Partner['credentials'][number];

const schema = addCredentialInput.extend({ expiresAt: dayField });

/** The usual kinds, and what the catalogue asks of this partner besides. */
function kindOptions({ requirements }: Partner) {
  const kinds = new Set<string>([...requirements.map(({ kind }) => kind), ...credentialKinds]);
  return [...kinds].map((kind) => ({ value: kind, label: credentialKindName(kind) }));
}

function AddForm({ partner, close }: { partner: Partner; close: () => void }) {
  const add = trpc.partners.addCredential.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    partnerId: partner.id,
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
        <SelectField name="kind" label="Kind" placeholder="Choose a kind" options={kindOptions(partner)} />
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

function Held({ credential }: { credential: Credential }) {
  return (
    <span className="grid gap-1">
      {credentialKindName(credential.kind)} {credential.number}
      {credential.documents.map(({ id, fileName }) => (
        <TextLink key={id} href={`/documents/${id}`} download className="text-[0.8125rem]">
          {fileName}
        </TextLink>
      ))}
    </span>
  );
}

function Decision({ credential, manages }: { credential: Credential; manages: boolean }) {
  const verify = trpc.partners.verifyCredential.useMutation();
  const refuse = trpc.credentials.refuse.useMutation();
  const name = `${credentialKindName(credential.kind)} ${credential.number}`;
  if (credential.verifiedAt) {
    return (
      <span>
        <DateOnly value={credential.verifiedAt} /> by {credential.verifiedByName ?? 'staff'}
      </span>
    );
  }
  if (credential.refusalReason) return <span>{credential.refusalReason}</span>;
  if (!manages || credential.status !== 'waiting') return <>—</>;
  return (
    <span className="flex flex-wrap gap-2">
      <Act
        label="Verify"
        name={`Verify ${name}`}
        size="sm"
        title="Verify this credential?"
        consequence={`You confirm that ${name} was checked with ${credential.authority}. Your name is kept with it.`}
        done="The credential is verified"
        run={() => verify.mutateAsync({ credentialId: credential.id })}
      />
      <Act
        label="Refuse"
        name={`Refuse ${name}`}
        size="sm"
        tone="danger"
        title="Refuse this credential?"
        consequence="The partner is written to with your reason and can add another one."
        reason="required"
        done="The credential is refused"
        run={({ reason }) => refuse.mutateAsync({ credentialId: credential.id, reason })}
      />
    </span>
  );
}

/** Licences that regulated types need before a lead may go to them. */
export function Credentials({ partner }: { partner: Partner }) {
  const may = useMay();
  const manages = may('partners.manage') && partner.status !== 'terminated';
  const wanted = partner.requirements.filter(
    ({ status }) => status === 'missing' || status === 'expired' || status === 'waiting',
  );
  return (
    <Card
      title="Credentials"
      padded={partner.credentials.length === 0}
      actions={
        manages && (
          <FormDialog label="Add credential" buttonSize="sm" title="Add credential">
            {(close) => <AddForm partner={partner} close={close} />}
          </FormDialog>
        )
      }
    >
      {wanted.length > 0 && (
        <Alert
          tone="warning"
          className={partner.credentials.length > 0 ? 'm-4' : 'mb-4'}
          title="Needed before leads can be shared"
        >
          {wanted
            .map(
              ({ kind, region, status }) =>
                `${credentialKindName(kind)} for ${regionName(region)}: ${status}`,
            )
            .join('; ')}
        </Alert>
      )}
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
            { key: 'kind', header: 'Kind', cell: (row) => <Held credential={row} /> },
            { key: 'authority', header: 'Issued by', cell: (row) => row.authority },
            { key: 'region', header: 'Region', cell: (row) => regionName(row.region) },
            {
              key: 'expires',
              header: 'Valid until',
              cell: (row) => (
                <span className="flex flex-wrap gap-2">
                  <DateOnly value={row.expiresAt} />
                  <CredentialBadge status={row.status} />
                </span>
              ),
            },
            {
              key: 'verified',
              header: 'Decided',
              cell: (row) => <Decision credential={row} manages={manages} />,
            },
          ]}
        />
      )}
    </Card>
  );
}
