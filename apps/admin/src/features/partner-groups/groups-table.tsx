'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Card, EmptyState, SimpleTable, TextLink } from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { NewGroup } from './group-form.tsx';

type Group = Outputs['partnerGroups']['list'][number];

function Terms({ terms }: Group) {
  if (terms.length === 0) return 'Those of the type';
  return (
    <ul className="grid gap-1">
      {terms.map(({ id, typeName, sentence }) => (
        <li key={id}>
          <span className="font-medium">{typeName}:</span> {sentence}
        </li>
      ))}
    </ul>
  );
}

function Rule({ rule }: Group) {
  if (!rule) return 'By hand only';
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
      {rule.sentence}
      <Badge tone={rule.enabled ? 'success' : 'neutral'}>{rule.enabled ? 'On' : 'Off'}</Badge>
    </span>
  );
}

/** Every group, the highest first. */
export function GroupsTable({ groups, types }: { groups: readonly Group[]; types: readonly TypeName[] }) {
  const may = useMay();
  if (groups.length === 0) {
    return (
      <EmptyState
        title="No groups yet"
        drawing="people"
        action={may('partners.manage') && <NewGroup types={types} />}
      >
        Partners in a group share its terms. Make the first one, then move partners to it.
      </EmptyState>
    );
  }
  return (
    <Card padded={false}>
      <SimpleTable
        label="Partner groups"
        rows={groups}
        getRowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: 'Group',
            cell: (row) => (
              <span className="grid gap-0.5">
                <span className="flex flex-wrap items-center gap-2">
                  <TextLink href={`/partner-groups/${row.id}`} className="font-medium text-sm">
                    {row.name}
                  </TextLink>
                  {row.closedAt && <Badge>Closed</Badge>}
                </span>
                <span className="text-[0.8125rem] text-ink-soft">{row.description}</span>
              </span>
            ),
          },
          { key: 'rank', header: 'Rank', align: 'right', cell: (row) => row.rank },
          { key: 'for', header: 'For', cell: (row) => row.typeName ?? 'All types' },
          {
            key: 'members',
            header: 'Members',
            align: 'right',
            cell: (row) =>
              row.members > 0 ? (
                <TextLink href={`/partners?group=${row.id}`} aria-label={`${row.members} in ${row.name}`}>
                  {row.members}
                </TextLink>
              ) : (
                0
              ),
          },
          { key: 'terms', header: 'Terms', cell: (row) => <Terms {...row} /> },
          { key: 'rule', header: 'Rule', cell: (row) => <Rule {...row} /> },
        ]}
      />
    </Card>
  );
}

export interface TypeName {
  code: string;
  name: string;
}
