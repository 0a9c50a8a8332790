'use client';

import type { Outputs } from '@goodword/api';
import { credentialKindName, type ShareScope, shareScopes } from '@goodword/api/client';
import {
  Alert,
  Badge,
  Button,
  Checkbox,
  DateOnly,
  Dialog,
  EmptyState,
  Field,
  Input,
  Skeleton,
  SkeletonText,
  Tabs,
  useDebounced,
} from '@goodword/ui';
import { describeFailure, trpc, useDone } from '@goodword/web';
import { Send } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { VisibleLead } from './visible-lead.tsx';

type Candidate = Outputs['shares']['candidates'][number];
type Ticks = Candidate['defaultTicks'];
type CredentialObstacle = 'credential_missing' | 'credential_expired';

const obstacleWords: Record<Exclude<Candidate['obstacles'][number], CredentialObstacle>, string> = {
  partner_not_active: 'is not active',
  agreement_overdue: 'has not accepted the agreement in time',
  already_shared: 'has this lead already',
  capacity_reached: 'has no capacity left',
  no_consent: 'the client agreed to nothing for this kind of partner',
};

/** The credential by its name, and since when it has been over. */
function hindranceWords(
  obstacle: Candidate['obstacles'][number],
  gap: Candidate['credentialGap'],
): ReactNode {
  if (obstacle !== 'credential_missing' && obstacle !== 'credential_expired') return obstacleWords[obstacle];
  const name = gap ? credentialKindName(gap.kind) : 'credential';
  if (!gap?.expiredAt) return `has no verified ${name} for this region`;
  return (
    <>
      its {name} expired on <DateOnly value={gap.expiredAt} />
    </>
  );
}

const scopeWords: Record<ShareScope, string> = {
  contact: 'Name and contact',
  budget: 'Budget',
  requirements: 'Requirements',
};

/** Why a part cannot be ticked; nothing when it can. */
function hindrance(candidate: Candidate, scope: ShareScope): string | undefined {
  if (!candidate.ceiling.includes(scope))
    return `Never shown to a ${candidate.partnerTypeName.toLowerCase()}.`;
  if (!candidate.consented.includes(scope)) return 'The client has not agreed to this.';
  if (scope === 'contact' && candidate.contactOpensAt === 'accepted')
    return 'Opens when the partner accepts.';
  return undefined;
}

function isClosed(candidate: Candidate, scope: ShareScope): boolean {
  return !candidate.ceiling.includes(scope) || !candidate.consented.includes(scope);
}

interface CandidateListProps {
  leadId: string;
  onChoose: (candidate: Candidate) => void;
}

function CandidateList({ leadId, onChoose }: CandidateListProps) {
  const [search, setSearch] = useState('');
  const wanted = useDebounced(search.trim(), 300);
  const candidates = trpc.shares.candidates.useQuery({ leadId, search: wanted || undefined });
  return (
    <div className="grid gap-4">
      <Field label="Partner">
        <Input
          placeholder="Search by name"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          autoComplete="off"
        />
      </Field>
      {candidates.error && <Alert tone="danger">{describeFailure(candidates.error).message}</Alert>}
      {candidates.isPending && <SkeletonText lines={6} />}
      {candidates.data?.length === 0 && (
        <EmptyState title="No partner covers this region" drawing="search" compact>
          Invite one there, or add the region to a partner&apos;s engagement.
        </EmptyState>
      )}
      <ul className="grid gap-2">
        {candidates.data?.map((candidate) => (
          <li
            key={candidate.engagementId}
            className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-line px-3 py-2.5"
          >
            <div className="min-w-0">
              <p className="font-medium text-sm">{candidate.partnerName}</p>
              <p className="text-[0.8125rem] text-ink-soft">
                {candidate.partnerTypeName} · {candidate.openShares}
                {candidate.capacity === null ? '' : ` of ${candidate.capacity}`} open
              </p>
              {candidate.obstacles.length > 0 && (
                <p className="text-[0.8125rem] text-warning-ink">
                  Not now:{' '}
                  {candidate.obstacles.map((one, index) => (
                    <Fragment key={one}>
                      {index > 0 && '; '}
                      {hindranceWords(one, candidate.credentialGap)}
                    </Fragment>
                  ))}
                  .
                </p>
              )}
            </div>
            {candidate.eligible ? (
              <Button
                size="sm"
                aria-label={`Choose ${candidate.partnerName}`}
                onClick={() => onChoose(candidate)}
              >
                Choose
              </Button>
            ) : (
              <Badge tone="warning">Not possible</Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PreviewProps {
  leadId: string;
  candidate: Candidate;
  ticks: Ticks;
}

/** What the partner's own page will show, from the very function that serves it. */
function Preview({ leadId, candidate, ticks }: PreviewProps) {
  const { partnerId, engagementId, partnerName } = candidate;
  const preview = trpc.shares.preview.useQuery(
    { leadId, partnerId, engagementId, ticks },
    { placeholderData: (before) => before },
  );
  return (
    <section
      aria-label="Preview"
      aria-busy={preview.isFetching}
      className="rounded-card border border-line bg-subtle p-4"
    >
      <h3 className="mb-2 font-semibold text-sm">What {partnerName} will see</h3>
      {preview.error && <Alert tone="danger">{describeFailure(preview.error).message}</Alert>}
      {preview.isPending && <Skeleton className="h-32" />}
      {preview.data && (
        <Tabs
          label="Preview"
          defaultValue="now"
          tabs={[
            { value: 'now', label: 'At once', content: <VisibleLead lead={preview.data.lead} /> },
            {
              value: 'later',
              label: 'After accepting',
              content: <VisibleLead lead={preview.data.leadAfterAcceptance} />,
            },
          ]}
        />
      )}
    </section>
  );
}

interface ShareFormProps {
  leadId: string;
  candidate: Candidate;
  onBack: () => void;
  onDone: () => void;
}

function ShareForm({ leadId, candidate, onBack, onDone }: ShareFormProps) {
  const { partnerId, engagementId, partnerName, defaultTicks } = candidate;
  const [ticks, setTicks] = useState<Ticks>(defaultTicks);
  const share = trpc.shares.create.useMutation();
  const done = useDone();

  async function send() {
    await share.mutateAsync({ leadId, partnerId, engagementId, ticks });
    onDone();
    done(`The lead is shared with ${partnerName}`);
  }

  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm">
          To <strong>{partnerName}</strong> as {candidate.partnerTypeName}
        </p>
        <Button size="sm" onClick={onBack}>
          Choose another partner
        </Button>
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium text-sm">Share</legend>
        {shareScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={scopeWords[scope]}
            description={hindrance(candidate, scope)}
            disabled={isClosed(candidate, scope)}
            checked={ticks[scope]}
            onChange={(event) => setTicks({ ...ticks, [scope]: event.target.checked })}
          />
        ))}
      </fieldset>
      <Preview leadId={leadId} candidate={candidate} ticks={ticks} />
      {share.error && <Alert tone="danger">{describeFailure(share.error).message}</Alert>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" loading={share.isPending} onClick={() => void send().catch(() => {})}>
          Share lead
        </Button>
      </div>
    </div>
  );
}

/** Chooses a partner, ticks what to share and shows exactly what arrives. */
export function ShareLead({ leadId }: { leadId: string }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Candidate>();
  const change = (next: boolean) => {
    setOpen(next);
    setChosen(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Send />}>
          Share
        </Button>
      }
      title="Share this lead"
      description="The partner sees what you tick, the client agreed to and its kind may see. Nothing else leaves."
      side
      size="lg"
    >
      {chosen ? (
        <ShareForm
          leadId={leadId}
          candidate={chosen}
          onBack={() => setChosen(undefined)}
          onDone={() => change(false)}
        />
      ) : (
        <CandidateList leadId={leadId} onChoose={setChosen} />
      )}
    </Dialog>
  );
}
