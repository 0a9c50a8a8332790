'use client';

import type { Outputs } from '@goodword/api';
import { Button, Card, EmptyState, Field, Select, StatusBadge } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { placeName, type RegionOption } from '../../lib/regions.ts';

type Check = Outputs['coverage']['check'];

export interface CoverageProps {
  regions: readonly RegionOption[];
  /** What there is in the chosen place. */
  check?: Check;
}

/** What can be found where. The chosen place stands in the address, so that it can be shared and kept. */
export function Coverage({ regions, check }: CoverageProps) {
  const { setQuery, pending } = useTableQuery();
  return (
    <Card
      title="Who is there for me?"
      description="Choose where you need somebody. We only introduce people we have checked."
    >
      <Field label="Where" className="max-w-sm">
        <Select
          placeholder="Choose a place"
          options={regions}
          value={check?.region ?? ''}
          onChange={(event) => setQuery({ region: event.target.value || null, cursor: null })}
        />
      </Field>
      <div className={`mt-5 ${pending ? 'opacity-60' : ''}`} aria-live="polite" aria-busy={pending}>
        {check ? (
          <Found check={check} />
        ) : (
          <EmptyState compact title="No place chosen yet" drawing="map">
            Then you see which kinds of professional we can introduce to you there.
          </EmptyState>
        )}
      </div>
    </Card>
  );
}

function Found({ check }: { check: Check }) {
  if (check.types.length === 0) {
    return (
      <EmptyState compact title={`Nobody in ${placeName(check.region)} yet`} drawing="map">
        We do not work there so far. Try a place nearby.
      </EmptyState>
    );
  }
  // What can be asked for comes first.
  const types = [...check.types].sort(
    (a, b) => Number(b.status === 'available') - Number(a.status === 'available'),
  );
  return (
    <ul className="grid gap-3 sm:grid-cols-2" aria-label={`Professionals in ${placeName(check.region)}`}>
      {types.map((type) => (
        <Type key={type.partnerTypeCode} type={type} region={check.region} />
      ))}
    </ul>
  );
}

function Type({ type, region }: { type: Check['types'][number]; region: string }) {
  const available = type.status === 'available';
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium text-ink text-sm">{type.name}</h3>
        <StatusBadge status={type.status} label={type.label} />
      </div>
      <p className="flex-1 text-[0.8125rem] text-ink-soft leading-5">{type.description}</p>
      {available && (
        <div>
          <Button
            size="sm"
            href={`/professionals/new?region=${region}&type=${type.partnerTypeCode}`}
            aria-label={`Request an introduction: ${type.name}`}
          >
            Request an introduction
          </Button>
        </div>
      )}
    </li>
  );
}
