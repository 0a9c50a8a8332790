import { expect, it } from 'vitest';
import { cn } from './cn.ts';

it('lets the later class win, for our own tokens too', () => {
  expect(cn('rounded-card p-2', 'rounded-none', false, 'p-4')).toBe('rounded-none p-4');
  expect(cn('shadow-card', 'shadow-pop')).toBe('shadow-pop');
  expect(cn('text-ink text-sm', 'text-danger-ink')).toBe('text-sm text-danger-ink');
});
