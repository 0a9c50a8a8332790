'use client';

import type { Outputs } from '@goodword/api';
import {
  Alert,
  Card,
  DefinitionList,
  DetailLayout,
  humanize,
  Page,
  PageHeader,
  SimpleTable,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay, usePatientWords } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { TimeOrDash } from '../../lib/facts.tsx';
import { History } from '../../lib/history.tsx';

type Invite = Outputs['invites']['get'];

/** One invite: who brought whom, and what both got for it. */
export function InviteDetail({ invite }: { invite: Invite }) {
  const patients = usePatientWords();
  const may = useMay();
  const disqualify = trpc.invites.disqualify.useMutation();
  const title = `${invite.clientName} → ${invite.friendName ?? 'a friend'}`;
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Invites', href: '/invites' }, { label: invite.clientName }]}
        title={title}
        status={<StatusBadge status={invite.status} />}
        meta={<code className="font-mono">{invite.id}</code>}
        actions={
          invite.moves.includes('disqualified') &&
          may('programs.manage') && (
            <Act
              label="Disqualify"
              tone="danger"
              title="Disqualify this invite?"
              consequence={`Neither side gets a reward for it. Use it when the friend was ${patients.aOne} before, or when somebody cheats.`}
              reason="required"
              done="The invite is disqualified"
              run={({ reason }) => disqualify.mutateAsync({ id: invite.id, reason })}
            />
          )
        }
      />
      {invite.endReason && <Alert title="Why it ended">{invite.endReason}</Alert>}
      <DetailLayout
        main={
          <>
            <Card title="Invite">
              <DefinitionList
                columns={2}
                items={[
                  { label: 'Invited by', value: invite.clientName },
                  { label: 'Friend', value: invite.friendName ?? 'Not joined yet' },
                  {
                    label: 'Program',
                    value: <TextLink href={`/programs/${invite.programId}`}>{invite.programName}</TextLink>,
                  },
                  { label: 'Through', value: humanize(invite.channel) },
                  { label: 'Code', value: <code className="font-mono">{invite.code}</code> },
                  { label: 'Invited', value: <TimeOrDash value={invite.createdAt} /> },
                  { label: 'Joined', value: <TimeOrDash value={invite.registeredAt} /> },
                  { label: `Became ${patients.aOne}`, value: <TimeOrDash value={invite.convertedAt} /> },
                  invite.endedAt
                    ? { label: 'Ended', value: <TimeOrDash value={invite.endedAt} /> }
                    : { label: 'Open until', value: <TimeOrDash value={invite.expiresAt} /> },
                ]}
              />
            </Card>
            <Card title="Rewards" padded={invite.rewards.length === 0}>
              {invite.rewards.length === 0 ? (
                <p className="text-ink-soft text-sm">
                  None. They arise after the friend&apos;s first consultation.
                </p>
              ) : (
                <SimpleTable
                  label="Rewards"
                  rows={invite.rewards}
                  getRowKey={(row) => row.id}
                  columns={[
                    {
                      key: 'side',
                      header: 'Who',
                      cell: (row) =>
                        row.side === 'referrer' ? invite.clientName : (invite.friendName ?? 'The friend'),
                    },
                    { key: 'words', header: 'What', cell: (row) => row.words },
                    { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
                    { key: 'reason', header: 'Reason', cell: (row) => row.reason ?? '—' },
                  ]}
                />
              )}
            </Card>
          </>
        }
        aside={<History entries={invite.timeline} subject="invite" />}
      />
    </Page>
  );
}
