import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedDocs } from './generated-docs.ts';

test.each(Object.entries(generatedDocs()))(
  'docs/%s is what the code says; else run `npm run docs`',
  (name, content) => {
    expect(readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8')).toBe(content);
  },
);
