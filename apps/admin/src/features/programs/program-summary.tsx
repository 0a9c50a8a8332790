'use client';

import { Card } from '@goodword/ui';

export interface ProgramSummaryProps {
  lines: readonly string[];
  example: string;
}

/** The rules in plain sentences, and one invite from start to end. */
export function ProgramSummary({ lines, example }: ProgramSummaryProps) {
  return (
    <Card title="In plain words">
      <ul className="grid list-disc gap-1.5 pl-5 text-sm leading-6">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="mt-4 rounded-control bg-subtle px-3 py-2.5 text-sm leading-6">
        <p className="font-medium text-ink-soft text-xs">For example</p>
        <p>{example}</p>
      </div>
    </Card>
  );
}
