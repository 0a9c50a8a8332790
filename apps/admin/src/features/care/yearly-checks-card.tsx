'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Card, DateOnly, type Tone } from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';
import { AnswerItem, type Check, CloseCheck, type Item } from './answer-item.tsx';

const answers: Record<NonNullable<Item['answer']>, { label: string; tone: Tone }> = {
  fine: { label: 'Fine', tone: 'success' },
  not_fine: { label: 'Not fine', tone: 'danger' },
  does_not_apply: { label: 'Does not apply', tone: 'neutral' },
};

function ItemRow({ check, item, works }: { check: Check; item: Item; works: boolean }) {
  const said = item.answer && answers[item.answer];
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <span className="w-28 shrink-0 max-sm:w-full">
        <Badge tone={said ? said.tone : 'warning'}>{said ? said.label : 'Not looked at'}</Badge>
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span>{item.label}</span>
        {item.note && <span className="text-[0.8125rem] text-ink-soft">{item.note}</span>}
        <span className="text-[0.8125rem] text-ink-soft">
          {item.derived
            ? check.status === 'open'
              ? 'By the system, as of now'
              : 'By the system, when it was closed'
            : item.answeredAt && (
                <>
                  {item.answeredByName ?? 'Somebody'}, <DateOnly value={item.answeredAt} />
                </>
              )}
        </span>
      </span>
      {works && !item.derived && <AnswerItem checkId={check.id} item={item} />}
    </li>
  );
}

function Items({ check, works }: { check: Check; works: boolean }) {
  return (
    <ul aria-label={`Items of year ${check.year}`} className="grid gap-3">
      {check.items.map((item) => (
        <ItemRow key={item.key} check={check} item={item} works={works} />
      ))}
    </ul>
  );
}

function Closed({ check }: { check: Check }) {
  if (!check.closedAt) return null;
  const bad = check.items.filter(({ answer }) => answer === 'not_fine').length;
  return (
    <details className="border-line border-t pt-3 text-sm">
      <summary className="min-h-6 cursor-pointer">
        Year {check.year}, closed <DateOnly value={check.closedAt} /> by {check.closedByName ?? 'somebody'}:{' '}
        {bad === 0 ? 'all fine' : `${bad} not fine`}
      </summary>
      <div className="mt-3 grid gap-3">
        <Items check={check} works={false} />
        {check.note && (
          <p className="whitespace-pre-wrap rounded-control bg-subtle px-3 py-2">{check.note}</p>
        )}
      </div>
    </details>
  );
}

/** What was looked at each year, and what has to be now. Internal. */
export function YearlyChecksCard({ checks, nextDueAt }: Outputs['yearlyChecks']['ofPartner']) {
  const works = useMay()('care.work');
  const open = checks.find(({ status }) => status === 'open');
  return (
    <Card
      title="Yearly check"
      description="Internal: the partner never sees this."
      actions={open && works && <CloseCheck check={open} />}
    >
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {nextDueAt ? (
            <span>
              {open ? `Year ${open.year}, due` : 'Next due'} <DateOnly value={nextDueAt} />
            </span>
          ) : (
            'It is due a year after the partner became active.'
          )}
          {open?.overdue && <Badge tone="danger">Overdue</Badge>}
        </p>
        {open && <Items check={open} works={works} />}
        {checks.map((check) => (
          <Closed key={check.id} check={check} />
        ))}
      </div>
    </Card>
  );
}
