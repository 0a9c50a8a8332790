import { expect, test } from 'vitest';
import { renderAgreementPdf } from './agreement-pdf.ts';
import { readAgreementText } from './agreement-text.ts';
import { inVisualOrder, runsFromRight, wordsOf } from './pdf-line.ts';

const words = (text: string) => wordsOf([{ text, bold: false, italic: false }]);
const read = (text: string, fromRight: boolean) =>
  inVisualOrder(words(text), fromRight)
    .map((word) => word.text)
    .join(' ');

test('headings, lists, emphasis and rules come out as blocks', () => {
  expect(
    readAgreementText('# Duties\n\nYou **must** read.\n\n1. First\n2. Second\n   - inner\n\n---'),
  ).toEqual([
    { kind: 'heading', level: 1, spans: [{ text: 'Duties', bold: false, italic: false }] },
    {
      kind: 'paragraph',
      spans: [
        { text: 'You ', bold: false, italic: false },
        { text: 'must', bold: true, italic: false },
        { text: ' read.', bold: false, italic: false },
      ],
    },
    { kind: 'item', depth: 0, marker: '1.', spans: [{ text: 'First', bold: false, italic: false }] },
    { kind: 'item', depth: 0, marker: '2.', spans: [{ text: 'Second', bold: false, italic: false }] },
    { kind: 'item', depth: 1, marker: '•', spans: [{ text: 'inner', bold: false, italic: false }] },
    { kind: 'rule' },
  ]);
});

test('raw HTML, links and pictures are letters and nothing else', () => {
  const source =
    '<script>alert(1)</script>\n\nHello <b onclick="x()">you</b> [here](javascript:alert(1)) ![p](https://x.test/p.png)';
  const blocks = readAgreementText(source);
  const letters = blocks.flatMap((block) => ('spans' in block ? block.spans.map(({ text }) => text) : []));
  expect(letters.join('')).toContain('<script>alert(1)</script>');
  expect(letters.join('')).toContain('[here](javascript:alert(1))');
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['paragraph']));
});

test('Arabic is set from the right, with Latin words and numbers inside it in their own direction', () => {
  expect(runsFromRight(words('اتفاقية الشراكة'))).toBe(true);
  expect(runsFromRight(words('Partnership اتفاقية'))).toBe(false);
  expect(read('تدفع Goodword Ltd عمولة', true)).toBe('عمولة Goodword Ltd تدفع');
  expect(read('one two', false)).toBe('one two');
});

test('the copy embeds its fonts, names version and hash, and is the same file for the same facts', async () => {
  const facts = {
    title: 'Partnership agreement',
    body: `First **point**.\n\nتدفع الشركة عمولة قدرها 15 %.\n\n${'A long paragraph. '.repeat(900)}`,
    version: 7,
    hash: 'q5Hh0_hash',
    partnerName: 'Harbour Gate',
    organisationName: 'Harbour Care',
    acceptedAt: new Date('2026-03-02T09:00:00Z'),
    acceptedByName: 'Layla Haddad',
    acceptedByRole: 'owner',
    timeZone: 'Asia/Dubai',
  };
  const pdf = await renderAgreementPdf(facts);
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1')).toBe(true);
  expect(text).toMatch(/NotoNaskhArabic/);
  expect(text).toMatch(/NotoSans-Bold/);
  expect(text).toContain('(q5Hh0_hash)');
  expect(text).toContain('(Partnership agreement, version 7)');
  expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
  expect((await renderAgreementPdf(facts)).equals(pdf)).toBe(true);
});
