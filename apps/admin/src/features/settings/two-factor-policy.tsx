'use client';

import type { TwoFactorPolicy } from '@goodword/api/client';
import { setTwoFactorPolicyInput } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Card,
  FormActions,
  FormError,
  RadioField,
  SubmitButton,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';

export interface TwoFactorPolicyCardProps {
  policy: TwoFactorPolicy;
  /** Without it the policy is shown only. */
  canChange: boolean;
}

/** Whether staff need a second factor to sign in. */
export function TwoFactorPolicyCard({ policy, canChange }: TwoFactorPolicyCardProps) {
  const setPolicy = trpc.identity.setTwoFactorPolicy.useMutation();
  const done = useDone();
  const form = useZodForm(setTwoFactorPolicyInput, { policy });
  return (
    <Card
      title="Two-factor sign-in for staff"
      actions={
        <Badge tone={policy === 'required' ? 'success' : 'warning'}>
          {policy === 'required' ? 'Required' : 'Optional'}
        </Badge>
      }
    >
      {policy === 'optional' && (
        <div className="mb-4">
          <Alert tone="warning" title="A stolen password is enough to get in">
            Staff see personal data. Require the second factor before you work with real data.
          </Alert>
        </div>
      )}
      {canChange ? (
        <ApiForm
          form={form}
          onSubmit={async (values) => {
            await setPolicy.mutateAsync(values);
            done('The rule is saved');
          }}
        >
          <FormError />
          <RadioField
            name="policy"
            label="Second factor"
            options={[
              {
                value: 'required',
                label: 'Required',
                description: 'Staff without one set it up before they see anything else.',
              },
              { value: 'optional', label: 'Optional', description: 'Only for trying things out.' },
            ]}
          />
          <FormActions>
            <SubmitButton>Save</SubmitButton>
          </FormActions>
        </ApiForm>
      ) : (
        <p className="text-ink-soft text-sm">Only an administrator can change this.</p>
      )}
    </Card>
  );
}
