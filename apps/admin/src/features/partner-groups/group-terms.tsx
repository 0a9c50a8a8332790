'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Button, Card, DateOnly, Dialog, DropdownMenu } from '@goodword/ui';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { GroupTermsForm } from './group-terms-form.tsx';

type Group = Outputs['partnerGroups']['get'];
type Terms = Group['allTerms'][number];

function Earlier({ rows }: { rows: readonly Terms[] }) {
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-pointer text-[0.8125rem] text-accent-ink">
        Everything that was set ({rows.length})
      </summary>
      <ol className="mt-2 grid gap-2">
        {rows.toReversed().map((row) => (
          <li key={row.id} className="rounded-control bg-subtle px-3 py-2">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              From <DateOnly value={row.effectiveFrom} />
              {row.outsideRange && <Badge tone="warning">Outside the range</Badge>}
            </p>
            <p>{row.sentence}</p>
            <p className="text-[0.8125rem] text-ink-soft">
              {row.setByName ?? 'Goodword'}, <DateOnly value={row.createdAt} />: {row.reason}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface GroupTermsProps {
  group: Group;
  currency: string;
  manages: boolean;
}

function TypeTerms({ group, code, currency, manages }: GroupTermsProps & { code: string }) {
  const rows = group.allTerms.filter(({ partnerTypeCode }) => partnerTypeCode === code);
  const type = group.types.find((one) => one.code === code);
  const now = group.terms.find(({ partnerTypeCode }) => partnerTypeCode === code);
  const coming = rows.filter(({ effectiveFrom }) => effectiveFrom > new Date());
  const name = rows[0]?.typeName ?? code;
  return (
    <li className="grid gap-1.5 border-line border-t pt-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium text-sm">{name}</h3>
        {now?.outsideRange && <Badge tone="warning">Outside the range</Badge>}
        {manages && type && (
          <span className="ml-auto">
            <FormDialog
              label="Change"
              name={`Change the terms for ${name}`}
              buttonSize="sm"
              title={`Terms for ${name} in ${group.name}`}
              size="xl"
            >
              {(close) => <GroupTermsForm group={group} type={type} currency={currency} close={close} />}
            </FormDialog>
          </span>
        )}
      </div>
      <p className="text-sm leading-6">{now ? now.sentence : 'Those of the type, at the moment.'}</p>
      <p className="text-[0.8125rem] text-ink-soft">
        {now && (
          <>
            In force since <DateOnly value={now.effectiveFrom} />.{' '}
          </>
        )}
        {type && <>The type itself: {type.sentence}</>}
      </p>
      {coming.map((row) => (
        <p key={row.id} className="text-[0.8125rem] text-ink-soft">
          From <DateOnly value={row.effectiveFrom} />: {row.sentence}
        </p>
      ))}
      <Earlier rows={rows} />
    </li>
  );
}

/** Terms for one more type, chosen from those that the group says nothing for yet. */
function AddTerms({ group, currency, codes }: { group: Group; currency: string; codes: readonly string[] }) {
  const [code, setCode] = useState<string>();
  const free = group.types.filter((type) => !codes.includes(type.code) && type.terms.direction !== 'none');
  const chosen = free.find((type) => type.code === code);
  if (free.length === 0) return null;
  return (
    <>
      <DropdownMenu
        label="Add terms for a type"
        align="end"
        trigger={
          <Button size="sm">
            Add terms
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        items={free.map((type) => ({ label: type.name, onSelect: () => setCode(type.code) }))}
      />
      {chosen && (
        <Dialog
          open
          onOpenChange={(open) => !open && setCode(undefined)}
          title={`Terms for ${chosen.name} in ${group.name}`}
          size="xl"
        >
          <GroupTermsForm group={group} type={chosen} currency={currency} close={() => setCode(undefined)} />
        </Dialog>
      )}
    </>
  );
}

/** What members earn or pay, type by type. */
export function GroupTerms({ group, currency, manages }: GroupTermsProps) {
  const codes = [...new Set(group.allTerms.map(({ partnerTypeCode }) => partnerTypeCode))];
  return (
    <Card
      title="Terms"
      description="What was agreed for an engagement comes first, then these, then what the type says."
      actions={manages && <AddTerms group={group} currency={currency} codes={codes} />}
    >
      {codes.length === 0 ? (
        <p className="text-ink-soft text-sm">None yet: members work on the terms of their type.</p>
      ) : (
        <ul className="grid gap-4">
          {codes.map((code) => (
            <TypeTerms key={code} group={group} code={code} currency={currency} manages={manages} />
          ))}
        </ul>
      )}
    </Card>
  );
}
