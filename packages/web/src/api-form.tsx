'use client';

import { Form, type FormFailure, type FormProps } from '@goodword/ui';
import type { FieldValues, Path } from 'react-hook-form';
import { isApiError } from './trpc.ts';

/** What a failed request says to the person; a reference only where it was our mistake. */
export function describeFailure(error: unknown): FormFailure {
  if (isApiError(error)) {
    const isOurs = error.data?.code === 'INTERNAL_SERVER_ERROR';
    return { message: error.message, referenceId: (isOurs && error.data?.requestId) || undefined };
  }
  if (error instanceof Error && error.message) return { message: error.message };
  return { message: 'This could not be saved. Check your connection and try again.' };
}

/** The kit's form, with the API's complaints beside the fields they are about. */
export function ApiForm<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
  const { form, onSubmit, ...rest } = props;
  async function submit(values: Output) {
    try {
      await onSubmit(values);
    } catch (error) {
      const fields = isApiError(error) ? (error.data?.fields ?? {}) : {};
      for (const [path, message] of Object.entries(fields)) {
        form.setError(path as Path<Input>, { type: 'server', message });
      }
      throw error;
    }
  }
  return <Form form={form} onSubmit={submit} describeError={describeFailure} {...rest} />;
}
