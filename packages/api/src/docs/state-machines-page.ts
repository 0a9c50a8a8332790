import type { Machine } from '@goodword/db/vocabulary';
import * as vocabulary from '@goodword/db/vocabulary';

function isMachine(value: unknown): value is Machine {
  return typeof value === 'object' && value !== null && 'moves' in value && 'states' in value;
}

/** docs/state-machines.md: each machine as a picture and as a table. */
export function stateMachinesPage(): string {
  const machines = Object.values<unknown>(vocabulary)
    .filter(isMachine)
    .toSorted((left, right) => left.name.localeCompare(right.name));
  return [
    '# State machines',
    '',
    'Generated from `packages/db/src/vocabulary` with `npm run docs`. Do not edit.',
    '',
    'A move that is not listed is refused as a conflict. Every move writes an audit entry and an event in its own',
    'transaction.',
    '',
    ...machines.flatMap(section),
  ].join('\n');
}

function section(machine: Machine): string[] {
  const moves = machine.states.flatMap((from) => (machine.moves[from] ?? []).map((to) => ({ from, to })));
  return [
    `## ${machine.name}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...machine.initial.map((state) => `  [*] --> ${state}`),
    ...moves.map(({ from, to }) => `  ${from} --> ${to}`),
    ...machine.states
      .filter((state) => machine.moves[state]?.length === 0)
      .map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| from | to |',
    '| --- | --- |',
    ...machine.states.map(
      (state) => `| ${state} | ${machine.moves[state]?.length ? machine.moves[state].join(', ') : 'final'} |`,
    ),
    '',
  ];
}
