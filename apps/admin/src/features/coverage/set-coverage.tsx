'use client';

import type { Outputs } from '@goodword/api';
import { coverageMachine, setCoverageInput } from '@goodword/api/client';
import {
  Alert,
  Button,
  type ButtonProps,
  CheckboxField,
  FormActions,
  FormError,
  RadioField,
  SubmitButton,
  TextareaField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, emptyIsMissing, trpc, useDone } from '@goodword/web';
import { usePatientWords } from '../../frame/role.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { optionsOf } from '../../lib/options.ts';

type Cell = Outputs['coverage']['list']['cells'][number];

const schema = emptyIsMissing(setCoverageInput);

/** The way back; opened without a partner before, it opens without one again. */
function stateBefore(cell: Cell, from: Cell['status']) {
  const { region, partnerTypeCode, status, note, activePartners } = cell;
  const insist = status === 'available' && activePartners === 0;
  const way = insist ? { force: true, reason: 'It was available before; the change was undone.' } : {};
  return { region, partnerTypeCode, status, note: note ?? '', from, ...way };
}

function CoverageForm({ cell, close }: { cell: Cell; close: () => void }) {
  const set = trpc.coverage.set.useMutation();
  const done = useDone();
  const form = useZodForm(schema, {
    region: cell.region,
    partnerTypeCode: cell.partnerTypeCode,
    status: cell.status,
    note: cell.note ?? '',
    force: false,
    reason: '',
  });
  const opensEmpty = form.watch('status') === 'available' && cell.activePartners === 0;
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await set.mutateAsync(values);
        close();
        done(`${cell.regionName} is changed`, {
          run: () => set.mutateAsync(stateBefore(cell, values.status)),
          undone: `${cell.regionName} is as it was`,
        });
      }}
    >
      <FormError />
      <RadioField name="status" label="Status" options={optionsOf(coverageMachine.states)} />
      <TextareaField name="note" label="Note" optional rows={2} help="For staff." />
      {opensEmpty && (
        <>
          <Alert tone="warning">No active partner of this type covers {cell.regionName}.</Alert>
          <CheckboxField name="force" label="Open it all the same" />
          <TextareaField name="reason" label="Reason" rows={2} />
        </>
      )}
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save status</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export interface SetCoverageProps {
  cell: Cell;
  variant?: ButtonProps['variant'];
  inRow?: boolean;
}

/** Opens, announces or closes one region for one partner type. */
export function SetCoverage({ cell, variant, inRow }: SetCoverageProps) {
  const patients = usePatientWords();
  return (
    <FormDialog
      label="Set status"
      name={inRow ? `Set status of ${cell.regionName}` : undefined}
      variant={variant}
      buttonSize="sm"
      title={cell.regionName}
      description={`${patients.Many} see “available” and “coming soon”. Only where it is available can they ask for an introduction.`}
      size="sm"
    >
      {(close) => <CoverageForm cell={cell} close={close} />}
    </FormDialog>
  );
}
