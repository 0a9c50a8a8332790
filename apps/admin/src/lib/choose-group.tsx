'use client';

import { reasonField } from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  SelectField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm } from '@goodword/web';
import { z } from 'zod';

export interface GroupName {
  id: string;
  name: string;
}

const NONE = 'none';
const schema = z.object({
  groupId: z.string().min(1, 'Choose a group.'),
  reason: reasonField,
});

export interface ChooseGroupProps {
  groups: readonly GroupName[];
  /** Out of every group is a choice too. */
  mayLeave: boolean;
  onMove: (groupId: string | null, reason: string) => Promise<void>;
  close: () => void;
}

/** Where what was chosen is moved, and why. */
export function ChooseGroup({ groups, mayLeave, onMove, close }: ChooseGroupProps) {
  const form = useZodForm(schema, { groupId: '', reason: '' });
  return (
    <ApiForm
      form={form}
      onSubmit={async ({ groupId, reason }) => {
        await onMove(groupId === NONE ? null : groupId, reason);
        close();
      }}
    >
      <FormError />
      <SelectField
        name="groupId"
        label="Group"
        placeholder="Choose a group"
        help="Its terms count for deals verified from now on. The partner is told."
        options={[
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ...(mayLeave ? [{ value: NONE, label: 'No group' }] : []),
        ]}
      />
      <TextareaField name="reason" label="Reason" rows={2} help="For staff only." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Move</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}
