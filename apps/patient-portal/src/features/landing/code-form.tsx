'use client';

import { findLinkInput } from '@goodword/api/client';
import { FormError, SubmitButton, TextField, useZodForm } from '@goodword/ui';
import { ApiForm, trpc } from '@goodword/web';
import { FocusCard } from '../../frame/focus-card.tsx';

/** For somebody who was told a code, or read it off a poster. */
export function CodeForm({ organisation }: { organisation: string }) {
  const { links } = trpc.useUtils();
  const form = useZodForm(findLinkInput, { entry: '' });
  return (
    <FocusCard
      title="Enter your code"
      description={`Whoever recommended ${organisation} to you gave you a code. It takes you to their page.`}
    >
      <ApiForm
        form={form}
        guard={false}
        onSubmit={async (values) => {
          const { url } = await links.find.fetch(values);
          // On as by the link itself: there the visit is counted.
          window.location.assign(url);
        }}
      >
        <FormError />
        <TextField
          name="entry"
          label="Code"
          help="Capitals, spaces and hyphens do not matter."
          className="font-mono uppercase"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
        <SubmitButton size="lg" className="w-full">
          Go on
        </SubmitButton>
      </ApiForm>
    </FocusCard>
  );
}
