import type { Outputs } from '@goodword/api';
import type { DuplicateReason, DuplicateStrength } from '@goodword/api/client';
import { Badge, humanize, TextLink, type Tone } from '@goodword/ui';

type Duplicates = Outputs['partners']['findDuplicates'];

const reasonWords: Record<DuplicateReason, string> = {
  email: 'e-mail address',
  phone: 'phone number',
  domain: 'web domain',
  name: 'name',
};

const strengthWords: Record<DuplicateStrength, { label: string; tone: Tone }> = {
  certain: { label: 'Certain', tone: 'danger' },
  strong: { label: 'Strong', tone: 'warning' },
  possible: { label: 'Possible', tone: 'neutral' },
};

/** Partners that somebody may be, each with what they share and how much it weighs. */
export function DuplicateList({ duplicates }: { duplicates: Duplicates }) {
  return (
    <ul className="grid gap-2">
      {duplicates.map(({ id, name, status, reasons, strength }) => {
        const { label, tone } = strengthWords[strength];
        return (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm leading-6">
            <Badge tone={tone}>{label}</Badge>
            <span>
              <TextLink href={`/partners/${id}`}>{name}</TextLink>, {humanize(status).toLowerCase()}: same{' '}
              {new Intl.ListFormat('en').format(reasons.map((reason) => reasonWords[reason]))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
