'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Badge, Card, EmptyState } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { Act } from '../../lib/act.tsx';

type Candidate = Outputs['requests']['candidates'][number];

const obstacleWords: Record<Candidate['obstacles'][number], string> = {
  partner_not_active: 'is not active',
  agreement_overdue: 'has not accepted the agreement in time',
  credential_missing: 'lacks a credential',
  credential_expired: 'has an expired credential',
  declined_before: 'declined this request before',
};

export interface MatchPanelProps {
  requestId: string;
  groupName: string;
  candidates: readonly Candidate[];
}

/** Who could help, why they fit, and why others cannot. */
export function MatchPanel({ requestId, groupName, candidates }: MatchPanelProps) {
  const match = trpc.requests.match.useMutation();
  return (
    <Card
      title="Who can help"
      description="Professionals of this kind who cover the region; the best fit first."
      padded={false}
    >
      {candidates.length === 0 ? (
        <EmptyState title="Nobody covers this region" drawing="search" compact>
          Invite a partner there, or mark the request as unfulfilled.
        </EmptyState>
      ) : (
        <ul>
          {candidates.map((candidate) => (
            <li
              key={candidate.engagementId}
              className="flex flex-wrap items-start justify-between gap-3 border-line border-t px-5 py-3"
            >
              <div className="min-w-0 flex-1">
                <p className="font-medium text-sm">{candidate.partnerName}</p>
                <p className="text-[0.8125rem] text-ink-soft">
                  {candidate.regions.map(regionName).join(', ')} · {candidate.openIntroductions} under way
                </p>
                <ul className="mt-1 grid gap-0.5 text-[0.8125rem]">
                  {candidate.reasons.map((reason) => (
                    <li key={reason} className="text-success-ink">
                      {reason}
                    </li>
                  ))}
                  {candidate.obstacles.map((obstacle) => (
                    <li key={obstacle} className="text-warning-ink">
                      Not now: {obstacleWords[obstacle]}
                    </li>
                  ))}
                </ul>
              </div>
              {candidate.eligible ? (
                <Act
                  label="Match"
                  name={`Match ${candidate.partnerName}`}
                  size="sm"
                  title={`Match ${groupName} with ${candidate.partnerName}?`}
                  consequence="Nobody is told yet. Send the introduction afterwards, when you are sure."
                  done={`Matched with ${candidate.partnerName}`}
                  run={() => match.mutateAsync({ requestId, engagementId: candidate.engagementId })}
                />
              ) : (
                <Badge tone="warning">Not possible</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
