'use client';

import type { Outputs } from '@goodword/api';
import {
  Card,
  CopyField,
  DateOnly,
  type DefinitionItem,
  DefinitionList,
  DetailLayout,
  Page,
  PageHeader,
  Timeline,
  type Tone,
} from '@goodword/ui';
import { FriendStatus, friendName } from './friends-table.tsx';

type Invite = Outputs['invites']['mineDetail'];

const tones: Record<string, Tone> = { invited: 'info', joined: 'success', ended: 'neutral' };

function facts(invite: Invite): DefinitionItem[] {
  return [
    { label: 'Program', value: invite.programName },
    { label: 'Invited', value: <DateOnly value={invite.invitedAt} /> },
    ...(invite.joinedAt ? [{ label: 'Joined', value: <DateOnly value={invite.joinedAt} /> }] : []),
    ...(invite.status === 'invited'
      ? [{ label: 'Open until', value: <DateOnly value={invite.expiresAt} /> }]
      : []),
    ...(invite.message
      ? [{ label: 'Your message', value: <span className="whitespace-pre-wrap">{invite.message}</span> }]
      : []),
  ];
}

export function InviteDetail({ invite }: { invite: Invite }) {
  const name = friendName(invite);
  return (
    <Page>
      <PageHeader
        title={name}
        status={<FriendStatus status={invite.status} />}
        breadcrumbs={[{ label: 'Refer friends', href: '/friends' }, { label: name }]}
      />
      <DetailLayout
        main={
          <>
            <Card title="Invitation">
              <DefinitionList items={facts(invite)} />
            </Card>
            {invite.status === 'invited' && (
              <Card title="Remind them" description="Send your link once more, in your own words.">
                <CopyField label="Your link" value={invite.link.url} />
              </Card>
            )}
          </>
        }
        aside={
          <Card title="What happened">
            <Timeline
              events={invite.steps.map((step) => ({
                id: step.key,
                title: step.label,
                at: step.at,
                tone: tones[step.key] ?? 'neutral',
              }))}
            />
            {invite.status === 'joined' && (
              <p className="mt-4 text-[0.8125rem] text-ink-soft leading-5">
                What your friend does here stays private. If there is a reward for you, it appears under
                Rewards without a name.
              </p>
            )}
          </Card>
        }
      />
    </Page>
  );
}
