'use client';

import { Alert, useDebounced } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { DuplicateList } from '../../lib/duplicate-list.tsx';

export interface InviteDuplicatesProps {
  name?: string;
  email?: string;
  phone?: string;
  website?: string;
  country?: string;
}

/** Warns while somebody is typed in whom we may know. Never stops an invitation. */
export function InviteDuplicates(props: InviteDuplicatesProps) {
  // As text: what is equal must stay equal from one drawing to the next.
  const settled = useDebounced(JSON.stringify(props), 500);
  const { name, email, phone, website, country }: InviteDuplicatesProps = JSON.parse(settled);
  const known = [name, email, phone, website].some((value) => (value?.trim().length ?? 0) > 2);
  const { data } = trpc.partners.findDuplicates.useQuery(
    {
      name: name || undefined,
      email: email?.includes('@') ? email : undefined,
      phone: phone || undefined,
      website: website || undefined,
      country: country || undefined,
    },
    { enabled: known, placeholderData: (before) => before },
  );
  return (
    <div aria-live="polite">
      {known && data && data.length > 0 && (
        <Alert tone="warning" title="We may know them already">
          <DuplicateList duplicates={data} />
        </Alert>
      )}
    </div>
  );
}
