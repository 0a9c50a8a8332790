import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const docs = new URL('../../../../docs/', import.meta.url);
const lines = readFileSync(new URL('invariants.md', docs), 'utf8').split(/\n|<br>/);
const rows = lines.filter((line) => line.includes('](../'));

/** The text of a test file as its names read, without escapes. */
const source = (path: string) => readFileSync(new URL(path, docs), 'utf8').replaceAll("\\'", "'");

test('every file that docs/invariants.md names exists', () => {
  const paths = rows.flatMap((row) => [...row.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = '']) => path));
  expect(paths.length).toBeGreaterThan(80);
  expect(paths.filter((path) => !existsSync(new URL(path, docs)))).toEqual([]);
});

test('every test that docs/invariants.md names is a test of that file', () => {
  const named = rows.flatMap((row) => {
    const path = /\]\((\.\.\/[^)]+\.test\.tsx?)\): “/.exec(row)?.[1];
    return path ? [...row.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ path, name })) : [];
  });
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter(({ path, name }) => !source(path).includes(name))).toEqual([]);
});
