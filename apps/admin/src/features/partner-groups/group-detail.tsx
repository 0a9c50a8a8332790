'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Card,
  DetailLayout,
  Page,
  PageHeader,
  SimpleTable,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { History } from '../../lib/history.tsx';
import { SideFacts } from '../../lib/side-facts.tsx';
import { EditGroup } from './group-form.tsx';
import { GroupRule } from './group-rule.tsx';
import { GroupTerms } from './group-terms.tsx';
import { MovesList } from './moves-list.tsx';

type Group = Outputs['partnerGroups']['get'];

function Members({ group, members }: { group: Group; members: Outputs['partners']['list'] }) {
  const { id, name } = group;
  return (
    <Card
      title="Members"
      padded={members.rows.length === 0}
      actions={<TextLink href={`/partners?group=${id}`}>All in the partner table</TextLink>}
    >
      {members.rows.length === 0 ? (
        <p className="text-ink-soft text-sm">
          Nobody yet. Choose partners in the{' '}
          <TextLink href="/partners" className="underline">
            partner table
          </TextLink>{' '}
          and move them here.
        </p>
      ) : (
        <SimpleTable
          label={`Members of ${name}`}
          rows={members.rows}
          getRowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: 'Partner',
              cell: (row) => (
                <TextLink href={`/partners/${row.id}`} className="text-sm">
                  {row.name}
                </TextLink>
              ),
            },
            {
              key: 'type',
              header: 'Type',
              cell: (row) => row.types.map((type) => type.name).join(', ') || '—',
            },
            { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
          ]}
        />
      )}
    </Card>
  );
}

function Close({ group }: { group: Group }) {
  const close = trpc.partnerGroups.close.useMutation();
  const { id, version, name } = group;
  return (
    <Act
      label="Close"
      tone="danger"
      title={`Close ${name}?`}
      consequence="Nobody comes to it any more. What was earned by its terms stays."
      reason="required"
      done="The group is closed"
      run={({ reason }) => close.mutateAsync({ id, version, reason })}
    />
  );
}

export interface GroupDetailProps {
  group: Group;
  /** All groups, to choose where a rule takes from. */
  groups: Outputs['partnerGroups']['list'];
  members: Outputs['partners']['list'];
  moves: Outputs['partnerGroups']['moves'];
  currency: string;
}

/** One group: terms, rule, who is in it and how they came. */
export function GroupDetail({ group, groups, members, moves, currency }: GroupDetailProps) {
  const manages = useMay()('partners.manage') && group.closedAt === null;
  const lower = groups.filter((one) => one.closedAt === null && one.rank < group.rank);
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Partner groups', href: '/partner-groups' }, { label: group.name }]}
        title={group.name}
        description={group.description || undefined}
        status={group.closedAt ? <Badge>Closed</Badge> : undefined}
        actions={
          manages && (
            <>
              {group.members === 0 && <Close group={group} />}
              <EditGroup group={group} />
            </>
          )
        }
      />
      <DetailLayout
        main={
          <>
            <GroupTerms group={group} currency={currency} manages={manages} />
            <GroupRule group={group} lower={lower} currency={currency} manages={manages} />
            <Members group={group} members={members} />
            <Card title="Moves" description="The newest first.">
              <MovesList moves={moves.rows} named />
            </Card>
          </>
        }
        aside={
          <>
            <Card title="Facts">
              <SideFacts
                items={[
                  { label: 'Rank', value: group.rank },
                  { label: 'For', value: group.typeName ?? 'All types' },
                  { label: 'Members', value: group.members },
                ]}
              />
            </Card>
            <History entries={group.timeline} subject="partner_group" />
          </>
        }
      />
    </Page>
  );
}
