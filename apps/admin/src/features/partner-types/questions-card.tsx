'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Badge, Button, Card, EmptyState } from '@goodword/ui';
import { useMay } from '../../frame/role.tsx';

type Questions = Outputs['applications']['typeQuestions']['questions'];

/** What the public form asks applicants of this type, in its order. */
export function QuestionsCard({ code, questions }: { code: string; questions: Questions }) {
  const manages = useMay()('catalogue.manage');
  const edit = manages && (
    <Button size="sm" href={`/partner-types/${code}/questions`}>
      Edit questions
    </Button>
  );
  return (
    <Card
      title="Application form"
      description="Asked beside company, contact and the numbers of credentials."
      actions={questions.length > 0 && edit}
    >
      {questions.length === 0 ? (
        <EmptyState compact drawing="list" title="Nothing more is asked" action={edit}>
          Add what you need to know before you decide.
        </EmptyState>
      ) : (
        <ol aria-label="Questions of the application form" className="grid gap-3 text-sm">
          {questions.map(({ key, label, help, options, kind, required, regions }) => (
            <li key={key} className="grid gap-0.5">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium text-ink">{label}</span>
                {required && <Badge tone="info">Required</Badge>}
                {regions.length > 0 && <Badge>{regions.map(regionName).join(', ')}</Badge>}
              </span>
              {help && <span className="text-ink-soft">{help}</span>}
              {kind === 'choice' && <span className="text-ink-soft">{options.join(' · ')}</span>}
              {kind === 'yes_no' && <span className="text-ink-soft">Yes · No</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
