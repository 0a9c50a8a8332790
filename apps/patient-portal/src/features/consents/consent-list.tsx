'use client';

import type { Inputs } from '@goodword/api';
import { Badge, Button, Card, ConfirmDialog, DateOnly, EmptyState } from '@goodword/ui';
import { useDone } from '@goodword/web';
import { afterwards, type Consent, type ConsentGroup, groupConsents, purposes, scopes } from './words.ts';

type ConsentDecision = Inputs['consents']['change'];
type Change = (decision: ConsentDecision) => Promise<unknown>;

export interface ConsentListProps {
  consents: readonly Consent[];
  onChange: Change;
}

function decide(consent: Consent, decision: ConsentDecision['decision']): ConsentDecision {
  const { purpose, recipientKind, recipient, scope } = consent;
  return { purpose, recipientKind, recipient, scope, decision };
}

/** Everything a client decided, by who may have it, each with one button to change it. */
export function ConsentList({ consents, onChange }: ConsentListProps) {
  const groups = groupConsents(consents);
  if (groups.length === 0) {
    return (
      <Card>
        <EmptyState title="You have allowed nothing" drawing="done">
          We pass nothing on about you. When you allow something on a form or for an introduction, it is
          listed here and you can take it back.
        </EmptyState>
      </Card>
    );
  }
  return groups.map((group) => <Group key={group.key} group={group} onChange={onChange} />);
}

function Group({ group, onChange }: { group: ConsentGroup; onChange: Change }) {
  const granted = group.consents.filter(({ decision }) => decision === 'granted');
  return (
    <Card
      title={group.recipientName}
      description={purposes[group.purpose]}
      padded={false}
      actions={granted.length > 1 && <WithdrawAll group={group} granted={granted} onChange={onChange} />}
    >
      <ul className="divide-y divide-line border-line border-t">
        {group.consents.map((consent) => (
          <Row key={consent.scope} consent={consent} onChange={onChange} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ consent, onChange }: { consent: Consent; onChange: Change }) {
  const isGranted = consent.decision === 'granted';
  return (
    <li className="flex items-center justify-between gap-x-4 px-5 py-3.5">
      <div className="grid min-w-0 gap-1">
        <p className="text-ink text-sm leading-5">{scopes[consent.scope]}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-ink-soft">
          {isGranted ? <Badge tone="success">Allowed</Badge> : <Badge>Not allowed</Badge>}
          <span>
            since <DateOnly value={consent.decidedAt} />
          </span>
        </p>
      </div>
      {isGranted ? (
        <Withdraw consent={consent} onChange={onChange} />
      ) : (
        <AllowAgain consent={consent} onChange={onChange} />
      )}
    </li>
  );
}

function nameOf({ scope, recipientName }: Consent): string {
  return `${scopes[scope]}, ${recipientName}`;
}

function Withdraw({ consent, onChange }: { consent: Consent; onChange: Change }) {
  const done = useDone();
  return (
    <ConfirmDialog
      title="Withdraw this permission?"
      consequence={
        <>
          <strong className="font-medium text-ink">{scopes[consent.scope]}</strong> for{' '}
          {consent.recipientName}. {afterwards[consent.purpose]} You can allow it again later.
        </>
      }
      confirmLabel="Withdraw permission"
      trigger={
        <Button size="sm" aria-label={`Withdraw: ${nameOf(consent)}`}>
          Withdraw
        </Button>
      }
      onConfirm={async () => {
        await onChange(decide(consent, 'withdrawn'));
        done('Withdrawn');
      }}
    />
  );
}

function AllowAgain({ consent, onChange }: { consent: Consent; onChange: Change }) {
  const done = useDone();
  return (
    <ConfirmDialog
      title="Allow this again?"
      consequence={
        <>
          We may pass on <strong className="font-medium text-ink">{scopes[consent.scope]}</strong> to{' '}
          {consent.recipientName} again. {purposes[consent.purpose]}
        </>
      }
      confirmLabel="Allow again"
      tone="primary"
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Allow again: ${nameOf(consent)}`}>
          Allow again
        </Button>
      }
      onConfirm={async () => {
        await onChange(decide(consent, 'granted'));
        done('Allowed again');
      }}
    />
  );
}

interface WithdrawAllProps {
  group: ConsentGroup;
  granted: readonly Consent[];
  onChange: Change;
}

function WithdrawAll({ group, granted, onChange }: WithdrawAllProps) {
  const done = useDone();
  return (
    <ConfirmDialog
      title={`Withdraw everything for ${group.recipientName}?`}
      consequence={`${afterwards[group.purpose]} You can allow it again later.`}
      confirmLabel="Withdraw everything"
      trigger={
        <Button size="sm" aria-label={`Withdraw everything: ${group.recipientName}`}>
          Withdraw everything
        </Button>
      }
      onConfirm={async () => {
        for (const consent of granted) await onChange(decide(consent, 'withdrawn'));
        done('Withdrawn');
      }}
    />
  );
}
