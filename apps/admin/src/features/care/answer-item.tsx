'use client';

import type { Outputs } from '@goodword/api';
import { answerCheckItemInput, closeCheckInput } from '@goodword/api/client';
import {
  Button,
  FormActions,
  FormError,
  RadioField,
  SubmitButton,
  TextareaField,
  TextField,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, trpc, useDone } from '@goodword/web';
import { FormDialog } from '../../lib/form-dialog.tsx';

export type Check = Outputs['yearlyChecks']['ofPartner']['checks'][number];
export type Item = Check['items'][number];

function AnswerForm({ checkId, item, close }: { checkId: string; item: Item; close: () => void }) {
  const answer = trpc.yearlyChecks.answer.useMutation();
  const done = useDone();
  const form = useZodForm(answerCheckItemInput, {
    id: checkId,
    key: item.key,
    answer: item.answer ?? ('' as never),
    note: item.note ?? '',
  });
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await answer.mutateAsync(values);
        close();
        done('Your answer is noted');
      }}
    >
      <FormError />
      <RadioField
        name="answer"
        label="What you found"
        options={[
          { value: 'fine', label: 'Fine' },
          { value: 'not_fine', label: 'Not fine' },
          { value: 'does_not_apply', label: 'Does not apply' },
        ]}
      />
      <TextField name="note" label="Note" optional help="Needed unless it is fine." />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Save</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function AnswerItem({ checkId, item }: { checkId: string; item: Item }) {
  return (
    <FormDialog
      label={item.answer ? 'Change' : 'Answer'}
      name={`${item.answer ? 'Change' : 'Answer'}: ${item.label}`}
      buttonSize="sm"
      variant="ghost"
      title={item.label}
      description={item.help ?? undefined}
    >
      {(close) => <AnswerForm checkId={checkId} item={item} close={close} />}
    </FormDialog>
  );
}

function CloseForm({ check, close }: { check: Check; close: () => void }) {
  const closeCheck = trpc.yearlyChecks.close.useMutation();
  const done = useDone();
  const form = useZodForm(closeCheckInput, { id: check.id, note: '' });
  const bad = check.items.filter(({ answer }) => answer === 'not_fine');
  return (
    <ApiForm
      form={form}
      onSubmit={async (values) => {
        await closeCheck.mutateAsync(values);
        close();
        done('The check is closed');
      }}
    >
      <FormError />
      {bad.length > 0 && (
        <div className="rounded-control bg-subtle px-3 py-2.5 text-sm">
          <p className="font-medium">Not fine</p>
          <ul className="mt-1 grid gap-1">
            {bad.map(({ key, label, note }) => (
              <li key={key}>
                {label}: {note}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextareaField
        name="note"
        label={bad.length > 0 ? 'What is done about it' : 'Note'}
        rows={3}
        optional={bad.length === 0}
      />
      <FormActions>
        <Button onClick={close}>Cancel</Button>
        <SubmitButton>Close check</SubmitButton>
      </FormActions>
    </ApiForm>
  );
}

export function CloseCheck({ check }: { check: Check }) {
  return (
    <FormDialog
      label="Close check"
      buttonSize="sm"
      variant="primary"
      title={`Close the check of year ${check.year}?`}
      description="What the system finds now is written down with it. It never changes again."
    >
      {(close) => <CloseForm check={check} close={close} />}
    </FormDialog>
  );
}
