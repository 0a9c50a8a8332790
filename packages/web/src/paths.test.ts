import { describe, expect, it } from 'vitest';
import { ownPath, signInPath } from './paths.ts';

describe('the address to go on to after signing in', () => {
  it('keeps a path of this app with its question', () => {
    expect(ownPath('/partners/par_1?tab=money#top')).toBe('/partners/par_1?tab=money#top');
  });

  it.each([
    'https://evil.test/',
    '//evil.test/',
    '/\\evil.test/',
    '/\t/evil.test/',
    '/..//evil.test',
    'javascript:alert(1)',
    'partners',
    '',
    undefined,
    ['/partners'],
  ])('never leaves the app for %j', (wish) => {
    expect(ownPath(wish)).toBe('/');
  });

  it('does not come back to the sign-in page itself', () => {
    expect(ownPath('/sign-in?next=/leads')).toBe('/');
  });

  it('is part of the sign-in address', () => {
    expect(signInPath('/leads?status=new')).toBe('/sign-in?next=%2Fleads%3Fstatus%3Dnew');
    expect(signInPath('/')).toBe('/sign-in');
  });
});
