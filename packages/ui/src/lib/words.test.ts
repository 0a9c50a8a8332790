import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { usTiles } from './us-tiles.ts';
import { formatPercent, formatPhone, humanize, initials, statusTone } from './words.ts';

describe('words for people', () => {
  it.each([
    ['in_progress', 'In progress'],
    ['rera_agent', 'RERA agent'],
    ['closed_by_client', 'Closed by client'],
    ['introSent', 'Intro sent'],
    ['active', 'Active'],
  ])('turns %s into "%s"', (word, text) => {
    expect(humanize(word)).toBe(text);
  });

  it.each([
    ['active', 'success'],
    ['pending_review', 'warning'],
    ['suspended', 'danger'],
    ['in_progress', 'info'],
    ['draft', 'neutral'],
    ['a_word_we_never_saw', 'neutral'],
  ])('gives %s the %s tone', (status, tone) => {
    expect(statusTone(status)).toBe(tone);
  });

  it('writes basis points as percent without losing a hundredth', () => {
    expect(formatPercent(1500)).toBe('15\u00a0%');
    expect(formatPercent(1250)).toBe('12.5\u00a0%');
    expect(formatPercent(1)).toBe('0.01\u00a0%');
    expect(formatPercent(1250, { locale: 'de-DE', digits: 2 })).toBe('12,50\u00a0%');
  });

  it.each([
    ['+971501234567', '+971 50 123 4567'],
    ['+919812345678', '+91 98123 45678'],
    ['+6591234567', '+65 9123 4567'],
    ['+13175550123', '+1 (317) 555-0123'],
    ['not a number', 'not a number'],
  ])('sets the groups of %s apart', (value, text) => {
    expect(formatPhone(value)).toBe(text);
  });

  it('takes initials from any script and never leaves them empty', () => {
    expect([initials('Maya de Vries'), initials('Émile'), initials('  '), initials('王 小明')]).toEqual([
      'MV',
      'É',
      '?',
      '王小',
    ]);
  });
});

describe('toCsv', () => {
  it('defuses text that a spreadsheet would run, and leaves numbers alone', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['=HYPERLINK("x")', -5],
          ['@sum', '-12.50'],
        ],
      ),
    ).toBe('a,b\r\n"\'=HYPERLINK(""x"")",-5\r\n\'@sum,-12.50\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv(['n'], [['a,b'], ['say "hi"'], ['two\nlines'], [null]])).toBe(
      'n\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n\r\n',
    );
  });
});

describe('usTiles', () => {
  it('has the 50 states and DC once each, no two in the same place', () => {
    expect(usTiles).toHaveLength(51);
    expect(new Set(usTiles.map((tile) => tile.code)).size).toBe(51);
    expect(new Set(usTiles.map((tile) => `${tile.column}:${tile.row}`)).size).toBe(51);
  });
});
