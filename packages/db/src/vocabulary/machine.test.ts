import { describe, expect, test } from 'vitest';
import * as vocabulary from './index.ts';

const isMachine = (value: unknown): value is vocabulary.Machine =>
  typeof value === 'object' && value !== null && 'moves' in value && 'initial' in value;

const machines = Object.values<unknown>(vocabulary).filter(isMachine);

test('the machines are found', () => {
  expect(machines.length).toBeGreaterThan(15);
});

describe.each(machines)('$name', (machine) => {
  test('every state can be reached from where things start', () => {
    const reached = new Set(machine.initial);
    for (const state of reached) for (const next of machine.moves[state] ?? []) reached.add(next);
    expect([...reached].sort()).toEqual([...machine.states].sort());
  });

  test('no move stays where it is, and none is named twice', () => {
    for (const state of machine.states) {
      const targets = machine.moves[state] ?? [];
      expect(targets).not.toContain(state);
      expect(new Set(targets).size).toBe(targets.length);
    }
  });
});
