'use client';

import type { Question } from '@goodword/api/client';
import { SelectField, TextareaField, TextField } from '@goodword/ui';

/** What the chosen type and regions are asked. Answers stand under `answers` in the form. */
export function QuestionFields({ questions }: { questions: readonly Question[] }) {
  return questions.map((question) => <QuestionField key={question.key} question={question} />);
}

function QuestionField({ question }: { question: Question }) {
  const { key, kind, label, help, options, required } = question;
  const shared = { name: `answers.${key}`, label, help: help ?? undefined, optional: !required };
  switch (kind) {
    case 'long':
      return <TextareaField {...shared} rows={3} />;
    case 'short':
      return <TextField {...shared} autoComplete="off" />;
    default: {
      const choices = kind === 'yes_no' ? ['Yes', 'No'] : options;
      return (
        <SelectField
          {...shared}
          placeholder="Choose an answer"
          options={choices.map((choice) => ({ value: choice, label: choice }))}
        />
      );
    }
  }
}
