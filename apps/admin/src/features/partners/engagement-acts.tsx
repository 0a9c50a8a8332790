'use client';

import type { Outputs } from '@goodword/api';
import { changeRegionsInput } from '@goodword/api/client';
import { Button, FormActions, FormError, SubmitButton, TextareaField, useZodForm } from '@goodword/ui';
import { ApiForm, RegionsField, trpc, useDone } from '@goodword/web';
import { Act } from '../../lib/act.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';

type Engagement = Outputs['partners']['get']['engagements'][number];

interface EngagementActsProps {
  engagement: Engagement;
  types: readonly { code: string; regions: string[] }[];
}

/** Where the engagement works, and its end. */
export function EngagementActs({ engagement, types }: EngagementActsProps) {
  const end = trpc.partners.endEngagement.useMutation();
  const { id, version, typeName, partnerTypeCode } = engagement;
  const within = types.find(({ code }) => code === partnerTypeCode)?.regions;
  return (
    <>
      <FormDialog
        label="Regions"
        name={`Change regions as ${typeName}`}
        buttonSize="sm"
        title={`Regions as ${typeName}`}
        size="lg"
      >
        {(close) => <RegionsForm engagement={engagement} within={within} close={close} />}
      </FormDialog>
      <Act
        label="End"
        name={`End the engagement as ${typeName}`}
        size="sm"
        tone="danger"
        title={`End the engagement as ${typeName}?`}
        consequence="Nothing new begins under it. What was begun before still earns, by the terms in force now."
        reason="required"
        done="The engagement is ended"
        run={({ reason }) => end.mutateAsync({ engagementId: id, version, reason })}
      />
    </>
  );
}

interface RegionsFormProps {
  engagement: Engagement;
  within: readonly string[] | undefined;
  close: () => void;
}

function RegionsForm({ engagement, within, close }: RegionsFormProps) {
  const change = trpc.partners.changeRegions.useMutation();
  const done = useDone();
  const form = useZodForm(changeRegionsInput, {
    engagementId: engagement.id,
    version: engagement.version,
    regions: engagement.regions,
    reason: '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await change.mutateAsync(values);
        close();
        done('The regions are changed');
      }}
    >
      <FormError />
      <RegionsField name="regions" label="Regions" within={within} />
      <TextareaField name="reason" label="Reason" rows={2} />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save regions</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
