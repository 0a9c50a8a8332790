import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyIsMissing } from './empty-is-missing.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  phone: z.string().regex(/^\d+$/).optional(),
  limit: z.number().nullable().optional(),
  budget: z.bigint().optional(),
  client: z.strictObject({ email: z.email().optional() }),
});

describe('a form in which boxes may stay empty', () => {
  it('takes empty boxes for missing values, also in groups', () => {
    const form = emptyIsMissing(schema);
    const parsed = form.parse({ name: 'A', phone: '', budget: null, client: { email: '' } } as never);
    expect(parsed).toEqual({ name: 'A', client: {} });
  });

  it('keeps a null that says something', () => {
    const form = emptyIsMissing(schema, { keep: ['limit'] });
    expect(form.parse({ name: 'A', limit: null, client: {} })).toEqual({
      name: 'A',
      limit: null,
      client: {},
    });
  });

  it('still refuses an empty box that has to be filled', () => {
    expect(emptyIsMissing(schema).safeParse({ name: '', client: {} }).success).toBe(false);
  });

  it('keeps dates and lists as they are', () => {
    const dates = z.object({ at: z.date(), words: z.array(z.string()) });
    const at = new Date(0);
    expect(emptyIsMissing(dates).parse({ at, words: [''] })).toEqual({ at, words: [''] });
  });
});
