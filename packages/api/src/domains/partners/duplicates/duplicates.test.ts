import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdentityKeys } from './duplicates.schema.ts';
import { likenessOf } from './duplicates.ts';
import { emailDomain, isFreeMail, nameKey, ownDomain } from './identity-keys.ts';

const word = fc.stringMatching(/^[a-zéöñß]{2,10}$/).filter((text) => text !== 'the');
const names = fc.array(word, { minLength: 1, maxLength: 4 });
const form = fc.constantFrom(
  '',
  ' LLC',
  ', L.L.C.',
  ' Pte. Ltd.',
  ' Inc',
  ' GmbH',
  ' (Pvt) Ltd',
  ' FZ-LLC',
  ' Co., Ltd',
);

describe('a name', () => {
  test('has one key in whatever case, accents, punctuation and legal form it is written', () => {
    fc.assert(
      fc.property(names, form, fc.constantFrom(' ', '  ', '-', '. ', ' , '), (words, suffix, gap) => {
        const written = `The ${words.join(gap)}${suffix}`;
        expect(nameKey(written.toUpperCase())).toBe(nameKey(words.join(' ')));
        expect(nameKey(written.normalize('NFD'))).toBe(nameKey(words.join(' ')));
      }),
    );
  });

  test('has a key that is its own key, and never an empty one where there are letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = nameKey(name);
        expect(nameKey(nameKey(key))).toBe(nameKey(key));
        if (/[a-z0-9]/i.test(name)) expect(key).not.toBe('');
      }),
    );
  });

  test.each([
    ['Müller & Söhne GmbH', 'MULLER AND SOHNE'],
    ["O'Brien Realty, Inc.", 'OBrien Realty'],
    ['The Øresund Company', 'oresund'],
    ['J.P. Harbour L.L.C.', 'JP Harbour LLC'],
  ])('%s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('that is nothing but a legal form stays itself; other scripts keep their letters', () => {
    expect(nameKey('Limited')).toBe('limited');
    expect(nameKey('شركة الأفق')).not.toBe('');
    expect(nameKey('Harbour Gate')).not.toBe(nameKey('Harbour Gate Two'));
  });
});

describe('a domain', () => {
  test('is the registered one, of a page or a mailbox', () => {
    expect(ownDomain('https://www.Harbour-Gate.co.uk/about?x=1')).toBe('harbour-gate.co.uk');
    expect(emailDomain('Office@mail.harbour-gate.co.uk')).toBe('harbour-gate.co.uk');
  });

  test('that everybody can have says nothing', () => {
    expect(emailDomain('harbour@gmail.com')).toBeNull();
    expect(ownDomain('https://www.facebook.com/harbour')).toBeNull();
    expect([isFreeMail('a@GMAIL.com'), isFreeMail('a@harbour.test')]).toEqual([true, false]);
  });
});

const key = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const phone = fc.option(fc.constantFrom('+971500000001', '+971500000002', '050 000'), { nil: null });
const identity: fc.Arbitrary<IdentityKeys> = fc.record({
  nameKey: key,
  emailNormalised: key,
  phone,
  websiteDomain: key,
  emailDomain: key,
});

describe('two partners', () => {
  test('are as like whichever is looked at first', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
      }),
    );
  });

  test('that share a name and nothing else are possibly one, never more', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        const likeness = likenessOf(a, b);
        const nameAlone = likeness?.reasons.length === 1 && likeness.reasons[0] === 'name';
        expect(likeness?.strength === 'possible').toBe(nameAlone);
      }),
    );
  });

  test('of whom nothing is known are not alike, and a number without its country does not count', () => {
    const nothing = {
      nameKey: null,
      emailNormalised: null,
      phone: null,
      websiteDomain: null,
      emailDomain: null,
    };
    expect(likenessOf(nothing, nothing)).toBeNull();
    expect(likenessOf({ ...nothing, phone: '050 000' }, { ...nothing, phone: '050 000' })).toBeNull();
  });
});
