'use client';

import type { Outputs } from '@goodword/api';
import { updatePortalProfileInput } from '@goodword/api/client';
import {
  Card,
  DefinitionList,
  FormActions,
  FormError,
  FormRow,
  NumberField,
  Phone,
  SubmitButton,
  TextareaField,
  TextField,
  TextLink,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/person.tsx';

type Profile = Outputs['portalProfile']['get'];

/** Contact data and capacity: owners change them, members read them. */
export function ProfileCard({ profile }: { profile: Profile }) {
  const may = useMay();
  return (
    <Card
      title="Contact and capacity"
      description={may('portal.own') ? undefined : 'An owner of your team can change this.'}
    >
      {may('portal.own') ? <ProfileForm profile={profile} /> : <ProfileFacts profile={profile} />}
    </Card>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const update = trpc.portalProfile.update.useMutation();
  const done = useDone();
  const form = useZodForm(updatePortalProfileInput, {
    contactName: profile.contactName ?? '',
    phone: profile.phone ?? '',
    website: profile.website ?? '',
    about: profile.about ?? '',
    capacity: profile.capacity,
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await update.mutateAsync(values);
        done('Profile saved');
      }}
    >
      <FormError />
      <FormRow>
        <TextField name="contactName" label="Contact name" autoComplete="name" />
        <TextField
          name="phone"
          label="Phone"
          type="tel"
          autoComplete="tel"
          optional
          help="With its country code, such as +971 50 123 4567."
        />
      </FormRow>
      <FormRow>
        <TextField name="website" label="Website" optional autoComplete="url" />
        <NumberField
          name="capacity"
          label="Capacity"
          unit="leads"
          min={0}
          step={1}
          optional
          help="The most leads you work on at once. Empty means no limit; 0 pauses new leads."
        />
      </FormRow>
      <TextareaField name="about" label="About your work" rows={4} optional />
      <FormActions>
        <SubmitButton>Save profile</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

function ProfileFacts({ profile }: { profile: Profile }) {
  return (
    <DefinitionList
      items={[
        { label: 'Contact name', value: profile.contactName },
        { label: 'Phone', value: profile.phone && <Phone value={profile.phone} /> },
        {
          label: 'Website',
          value: profile.website && <TextLink href={profile.website}>{profile.website}</TextLink>,
        },
        { label: 'Capacity', value: profile.capacity ?? 'No limit' },
        { label: 'About your work', value: profile.about },
      ]}
    />
  );
}
