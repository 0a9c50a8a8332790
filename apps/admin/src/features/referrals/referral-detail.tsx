'use client';

import type { Outputs } from '@goodword/api';
import type { referralMovesByHand } from '@goodword/api/client';
import {
  Alert,
  Card,
  type DefinitionItem,
  DefinitionList,
  DetailLayout,
  humanize,
  Page,
  PageHeader,
  Phone,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act, type ActProps } from '../../lib/act.tsx';
import { TimeOrDash } from '../../lib/facts.tsx';
import { History } from '../../lib/history.tsx';
import { type MoreAct, MoreActs } from '../../lib/more-acts.tsx';

type Referral = Outputs['referrals']['get'];
type Move = (typeof referralMovesByHand)[number];

type MoveWords = Pick<ActProps, 'label' | 'title' | 'consequence' | 'done' | 'reason' | 'tone' | 'variant'>;

const moves: Record<Move, MoveWords> = {
  accepted: {
    label: 'Accept',
    variant: 'primary',
    title: 'Accept this referral?',
    consequence: 'The partner is credited with the client from now on.',
    done: 'The referral is accepted',
  },
  dormant: {
    label: 'Put aside',
    title: 'Put this referral aside?',
    consequence: 'Nothing happens at the moment. It can be accepted again later.',
    reason: 'optional',
    done: 'Put aside',
  },
  declined: {
    label: 'Client declined',
    tone: 'danger',
    title: 'Did the client decline?',
    consequence: 'The referral ends and the client is not contacted again about it.',
    reason: 'optional',
    done: 'Closed as the client wished',
  },
  rejected: {
    label: 'Reject',
    tone: 'danger',
    title: 'Reject this referral?',
    consequence:
      'The partner is not credited with this client. The reason stays in the history; what we hold of a client who never confirmed is deleted.',
    reason: 'required',
    done: 'The referral is rejected',
  },
  expired: {
    label: 'Let it expire',
    tone: 'danger',
    title: 'Let this referral expire now?',
    consequence: 'The client did not answer. Links in earlier mails stop working.',
    reason: 'optional',
    done: 'The referral has expired',
  },
};

const inHeader: readonly Move[] = ['accepted'];
const order = Object.keys(moves) as Move[];

const endWords: Record<string, string> = {
  opted_out: 'The client opted out.',
  address_silent: 'The client had asked us before not to write to this address.',
  expired: 'The client did not answer in time.',
  rejected: 'We turned it down; the reason is in the history.',
};

const waitsForClient = ({ confirmedAt, endedAt }: Referral) => confirmedAt === null && endedAt === null;

function ReferralActions({ referral }: { referral: Referral }) {
  const may = useMay();
  const change = trpc.referrals.changeStatus.useMutation();
  const resend = trpc.referrals.resendConfirmation.useMutation();
  if (!may('referrals.work')) return null;
  const possible = order
    .filter((to) => referral.moves.includes(to))
    .map((to) => ({
      ...moves[to],
      key: to,
      run: ({ reason }: { reason: string }) =>
        change.mutateAsync({ id: referral.id, to, reason: reason || undefined }),
    }));
  const again: MoreAct = {
    key: 'resend',
    label: 'Send the confirmation again',
    title: 'Ask the client again to confirm?',
    consequence: 'A mail with a new link leaves now. The link in the earlier one stops working.',
    confirmLabel: 'Send',
    done: 'The mail is on its way',
    run: () => resend.mutateAsync({ id: referral.id }),
  };
  return (
    <>
      {possible
        .filter(({ key }) => inHeader.includes(key))
        .map(({ key, ...act }) => (
          <Act key={key} {...act} />
        ))}
      <MoreActs
        acts={[
          ...(waitsForClient(referral) ? [again] : []),
          ...possible.filter(({ key }) => !inHeader.includes(key)),
        ]}
      />
    </>
  );
}

function Submission({ referral }: { referral: Referral }) {
  const items: DefinitionItem[] = [
    { label: 'Client', value: referral.clientName ?? 'Removed at their wish' },
    { label: 'E-mail', value: referral.clientEmail ?? '—' },
    { label: 'Phone', value: referral.clientPhone ? <Phone value={referral.clientPhone} link /> : '—' },
    { label: 'Through', value: humanize(referral.source) },
    ...referral.details.map(({ label, value }) => ({ label, value })),
    ...(referral.campaign ? [{ label: 'Link', value: referral.campaign }] : []),
  ];
  return (
    <Card title="What the partner sent">
      <DefinitionList columns={2} items={items} />
      {referral.partnerNotes && (
        <blockquote className="mt-4 whitespace-pre-wrap border-line border-l-2 pl-3 text-sm leading-6">
          {referral.partnerNotes}
        </blockquote>
      )}
    </Card>
  );
}

/** One referral: who sent whom, on what word, and what became of it. */
export function ReferralDetail({ referral }: { referral: Referral }) {
  const { lead } = referral;
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: 'Referrals', href: '/referrals' },
          { label: referral.clientName ?? 'Removed client' },
        ]}
        title={referral.clientName ?? 'Removed client'}
        status={<StatusBadge status={referral.status} />}
        meta={<code className="font-mono">{referral.id}</code>}
        actions={<ReferralActions referral={referral} />}
      />
      {waitsForClient(referral) && (
        <Alert tone="info" title="Waits for the client">
          {referral.lead
            ? 'The client filled in the form and got a mail to confirm the address. Nothing is passed on before they do.'
            : 'The client got a mail to confirm. Nothing is done with the data before they do.'}
        </Alert>
      )}
      {referral.endReason && (
        <Alert title="Why it ended">{endWords[referral.endReason] ?? humanize(referral.endReason)}</Alert>
      )}
      <DetailLayout
        main={
          <>
            <Submission referral={referral} />
            <Card title="Credit">
              <DefinitionList
                columns={2}
                items={[
                  {
                    label: 'Referred by',
                    value: (
                      <TextLink href={`/partners/${referral.partnerId}`}>{referral.partnerName}</TextLink>
                    ),
                  },
                  { label: 'As', value: referral.partnerTypeName },
                  { label: 'Sent by', value: referral.submittedByName ?? 'The client, by link' },
                  { label: 'Submitted', value: <TimeOrDash value={referral.submittedAt} /> },
                  {
                    label: 'Partner states consent',
                    value: referral.consentAttestedAt ? (
                      <>
                        <TimeOrDash value={referral.consentAttestedAt} /> (wording{' '}
                        {referral.consentWordingVersion})
                      </>
                    ) : (
                      '—'
                    ),
                  },
                  { label: 'Client confirmed', value: <TimeOrDash value={referral.confirmedAt} /> },
                  { label: 'Accepted', value: <TimeOrDash value={referral.acceptedAt} /> },
                  { label: 'Converted', value: <TimeOrDash value={referral.convertedAt} /> },
                  referral.endedAt
                    ? { label: 'Ended', value: <TimeOrDash value={referral.endedAt} /> }
                    : { label: 'Expires', value: <TimeOrDash value={referral.expiresAt} /> },
                ]}
              />
            </Card>
          </>
        }
        aside={
          <>
            <Card title="Lead">
              {lead ? (
                <p className="flex flex-wrap items-center gap-2 text-sm">
                  <TextLink href={`/leads/${lead.id}`}>Open the lead</TextLink>
                  <StatusBadge status={lead.status} />
                </p>
              ) : (
                <p className="text-ink-soft text-sm">It arises when the client fills in the form.</p>
              )}
            </Card>
            <History entries={referral.timeline} subject="partner_referral" />
          </>
        }
      />
    </Page>
  );
}
