'use client';

import type { Outputs } from '@goodword/api';
import { questionKinds, saveTypeQuestionsInput } from '@goodword/api/client';
import {
  Button,
  Card,
  CheckboxField,
  FormActions,
  FormError,
  FormRow,
  SelectField,
  SubmitButton,
  TextareaField,
  TextField,
  toast,
  useUi,
  useZodForm,
} from '@goodword/ui';
import { ApiForm, RowsField, trpc } from '@goodword/web';
import { z } from 'zod';
import { toList } from './type-form-schema.ts';

type Kind = (typeof questionKinds)[number];
type Questions = Outputs['applications']['typeQuestions'];

interface Boxes {
  partnerTypeCode: string;
  basedOn: string;
  questions: {
    key?: string;
    label: string;
    help: string;
    kind: Kind;
    options: string;
    regions: string;
    required: boolean;
  }[];
}

function toInput(value: unknown): unknown {
  const { questions, ...rest } = value as Boxes;
  return {
    ...rest,
    questions: questions.map(({ options, regions, ...one }) => ({
      ...one,
      options: options
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      regions: toList(regions.toUpperCase()),
    })),
  };
}

/** The API's own rules over what the boxes hold: an answer in each line, regions with commas. */
const schema = z.preprocess(toInput, saveTypeQuestionsInput) as unknown as z.ZodType<
  z.output<typeof saveTypeQuestionsInput>,
  Boxes
>;

const kindWords: Record<Kind, string> = {
  short: 'A line of text',
  long: 'Several lines of text',
  choice: 'One of several answers',
  yes_no: 'Yes or no',
};

/** One question. The answers to choose from are asked for only where there is a choice. */
function Question({ path, kind }: { path: string; kind: Kind | undefined }) {
  return (
    <>
      <TextField name={`${path}.label`} label="Question" />
      <FormRow>
        <SelectField
          name={`${path}.kind`}
          label="Answered by"
          options={questionKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <TextField name={`${path}.help`} label="Help" optional help="A line below the question." />
      </FormRow>
      {kind === 'choice' && (
        <TextareaField
          name={`${path}.options`}
          label="Answers to choose from"
          rows={4}
          help="One in each line."
        />
      )}
      <TextField
        name={`${path}.regions`}
        label="Only in these regions"
        optional
        help="Codes with commas, such as US, AE-DU. Empty: everywhere."
      />
      <CheckboxField name={`${path}.required`} label="Has to be answered" />
    </>
  );
}

export interface QuestionsFormProps {
  partnerTypeCode: string;
  given: Questions;
}

/** What applicants of a type are asked beside company and contact. */
export function QuestionsForm({ partnerTypeCode, given }: QuestionsFormProps) {
  const save = trpc.applications.saveTypeQuestions.useMutation();
  const { navigate } = useUi();
  const form = useZodForm(schema, {
    partnerTypeCode,
    basedOn: given.basedOn,
    questions: given.questions.map(({ key, label, help, kind, options, regions, required }) => ({
      key,
      label,
      help: help ?? '',
      kind,
      options: options.join('\n'),
      regions: regions.join(', '),
      required,
    })),
  });
  const { questions } = form.watch();
  const home = `/partner-types/${partnerTypeCode}`;
  return (
    <Card>
      <ApiForm
        form={form}
        onSubmit={async (values) => {
          await save.mutateAsync(values);
          toast.success('The application form asks this from now on');
          navigate(home);
        }}
      >
        <FormError />
        <RowsField
          name="questions"
          label="Questions"
          add="Add question"
          row="question"
          empty="Company and contact only."
          sortable
          fresh={() => ({ label: '', help: '', kind: 'short', options: '', regions: '', required: false })}
        >
          {(path) => <Question path={path} kind={questions[Number(path.split('.').at(-1))]?.kind} />}
        </RowsField>
        <FormActions>
          <Button href={home}>Cancel</Button>
          <SubmitButton>Save questions</SubmitButton>
        </FormActions>
      </ApiForm>
    </Card>
  );
}
