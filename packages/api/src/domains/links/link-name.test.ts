import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReserved, LINK_NAME, skeletonOf, tidyEntry } from './link-name.ts';
import { slugField } from './links.schema.ts';
import { isOffensive } from './offensive-words.ts';
import { newSpokenCode, SPOKEN_ALPHABET } from './spoken-code.ts';

const name = fc.stringMatching(/^[a-z0-9-]{3,20}$/);

test.each([
  ['harbour', 'HARBOUR'],
  ['harbour-gate', 'harbourgate'],
  ['harbour', 'harb0ur'],
  ['villa', 'vi1la'],
  ['villa', 'viIIa'],
  ['modern', 'modem'],
  ['club', 'dub'],
  ['club', 'c1ub'],
  ['wave', 'vvave'],
  ['sale-2026', 'SALE-ZO26'],
])('%s and %s could be mixed up and are one name', (one, other) => {
  expect(skeletonOf(one)).toBe(skeletonOf(other));
});

test('names that nobody mixes up stay apart', () => {
  const names = ['harbour', 'harvest', 'spring-fair', 'spring-fare', 'north', 'south', 'gate-3', 'gate-4'];
  expect(new Set(names.map(skeletonOf)).size).toBe(names.length);
});

test('letters of other alphabets never reach a name, however alike they look', () => {
  for (const lookalike of ['hаrbour', 'ｈarbour\u0430', 'harböur', 'harb ur', 'a/../b', 'a?b', 'a%2fb']) {
    expect(slugField.safeParse(lookalike).success, lookalike).toBe(false);
  }
});

test('the skeleton of a skeleton is itself, and case, hyphens and look-alikes never change it', () => {
  fc.assert(
    fc.property(name, (text) => {
      const skeleton = skeletonOf(text);
      expect(skeletonOf(skeleton)).toBe(skeleton);
      expect(skeletonOf(text.toUpperCase())).toBe(skeleton);
      expect(skeletonOf(text.replaceAll('o', '0').replaceAll('l', '1'))).toBe(skeleton);
      expect(skeletonOf([...text].join('-'))).toBe(skeleton);
    }),
  );
});

test('every name that may be chosen is found again by what people type of it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const slug = slugField.safeParse(text);
      if (!slug.success) return;
      expect(LINK_NAME.test(tidyEntry(` ${slug.data.toUpperCase().replaceAll('-', ' ')} `))).toBe(true);
    }),
  );
});

describe('a name of the house is given to nobody', () => {
  test.each([
    'admin',
    'Adm1n',
    'sign-in',
    's1gn-1n',
    'supp0rt',
    'goodword-official',
    'g00dw0rd',
    'harbour-care-dubai',
  ])('%s', (slug) => expect(isReserved(slug, 'Harbour Care')).toBe(true));
  test.each(['spring-fair', 'harbour-gate', 'admiral', 'startup-fair'])('%s is free', (slug) =>
    expect(isReserved(slug, 'Harbour Care')).toBe(false),
  );
});

describe('a word that nobody wants to read is refused', () => {
  test.each([
    'fuck-it',
    'fuuuck',
    'sh1t-house',
    'f-u-c-k',
    'merde',
    'arschloch',
    'puta-madre',
    'big-a55hole',
  ])('%s', (slug) => expect(isOffensive(slug)).toBe(true));
  test.each([
    'spring-fair',
    'scunthorpe',
    'class-hits',
    'essex-homes',
    'assessment',
    'cocktail-night',
    'dickens-house',
  ])('%s is innocent', (slug) => expect(isOffensive(slug)).toBe(false));
});

test('a spoken code has nothing that is misread or misheard, and no typing mistake leads to another one', () => {
  const codes = Array.from({ length: 500 }, newSpokenCode);
  for (const code of codes) {
    expect(code).toMatch(new RegExp(`^[${SPOKEN_ALPHABET}]{3}-[${SPOKEN_ALPHABET}]{3}$`));
    expect(skeletonOf(code.toUpperCase().replace('-', ' '))).toBe(skeletonOf(code));
  }
  expect(SPOKEN_ALPHABET).not.toMatch(/[01ilo5sbz]/);
  // Every letter of the alphabet means itself: none folds into another.
  expect(new Set([...SPOKEN_ALPHABET].map(skeletonOf)).size).toBe(SPOKEN_ALPHABET.length);
  expect(new Set(codes.map(skeletonOf)).size).toBeGreaterThan(495);
});
