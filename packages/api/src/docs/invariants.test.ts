import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const docs = new URL('../../../../docs/', import.meta.url);

/** The text of a test file as its names read, without escapes. */
const source = (path: string) => readFileSync(new URL(path, docs), 'utf8').replaceAll("\\'", "'");

describe.each(['invariants.md', 'asvs.md'])('docs/%s', (page) => {
  const lines = readFileSync(new URL(page, docs), 'utf8').split(/\n|<br>/);
  const rows = lines.filter((line) => line.includes('](../'));

  test('every file it names exists', () => {
    const paths = rows.flatMap((row) =>
      [...row.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = '']) => path),
    );
    expect(paths.length).toBeGreaterThan(80);
    expect(paths.filter((path) => !existsSync(new URL(path, docs)))).toEqual([]);
  });

  test('every test it names is a test of that file', () => {
    const named = rows.flatMap((row) => {
      const path = /\]\((\.\.\/[^)]+\.(?:test|spec)\.tsx?)\): “/.exec(row)?.[1];
      return path ? [...row.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ path, name })) : [];
    });
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ path, name }) => !source(path).includes(name))).toEqual([]);
  });
});
