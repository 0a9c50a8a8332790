import type { AgreementBlock, AgreementSpan } from '../../shared/agreement-shapes.ts';
import { readAgreementText } from './agreement-text.ts';
import { fontFile } from './font-file.ts';
import { inVisualOrder, runsFromRight, type Word, wordsOf } from './pdf-line.ts';

export interface AcceptedAgreement {
  title: string;
  body: string;
  version: number;
  hash: string;
  partnerName: string;
  organisationName: string;
  acceptedAt: Date;
  acceptedByName: string;
  acceptedByRole: string;
  /** Zone of the organisation, named beside the time. */
  timeZone: string;
}

const fonts: Record<Word['font'], string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  arabic: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'arabic-bold': '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
};

const PAGE = { size: 'A4', margin: 64 } as const;

/** The fonts are embedded, so that the copy looks the same in twenty years. The same facts give the same bytes. */
export async function renderAgreementPdf(facts: AcceptedAgreement): Promise<Buffer> {
  // Read with the first sheet: few processes ever draw one.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: PAGE.size,
    // None to begin with: the library's own lies beside its source, which a bundle does not have, and one that is
    // opened here and registered below would be read again for every word.
    font: '',
    margins: { top: PAGE.margin, left: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin + 16 },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${facts.title}, version ${facts.version}`,
      Author: facts.organisationName,
      Subject: `Accepted by ${facts.partnerName}`,
      Keywords: facts.hash,
      CreationDate: facts.acceptedAt,
      ModDate: facts.acceptedAt,
    },
  });
  for (const [name, path] of Object.entries(fonts)) doc.registerFont(name, fontFile(path));
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done) => doc.on('end', done));

  drawWords(doc, [{ text: facts.title, bold: true, italic: false }], { size: 18, after: 4 });
  drawAcceptance(doc, facts);
  for (const block of readAgreementText(facts.body)) drawBlock(doc, block);
  drawFooters(doc, facts);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Doc = PDFKit.PDFDocument;

function drawAcceptance(doc: Doc, facts: AcceptedAgreement): void {
  const when = new Intl.DateTimeFormat('en', {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: facts.timeZone,
  }).format(facts.acceptedAt);
  const lines = [
    `Version ${facts.version} · ${facts.organisationName}`,
    `Accepted for ${facts.partnerName} by ${facts.acceptedByName} (${facts.acceptedByRole}) on ${when}`,
    `SHA-256 of title and text: ${facts.hash}`,
  ];
  for (const text of lines) {
    drawWords(doc, [{ text, bold: false, italic: false }], { size: 9, after: 1, colour: '#475467' });
  }
  rule(doc);
}

function drawBlock(doc: Doc, block: AgreementBlock): void {
  if (block.kind === 'rule') rule(doc);
  else drawWords(doc, block.kind === 'heading' ? bold(block.spans) : block.spans, settingOf(block));
}

function bold(spans: readonly AgreementSpan[]): AgreementSpan[] {
  return spans.map((span) => ({ ...span, bold: true }));
}

function settingOf(block: Exclude<AgreementBlock, { kind: 'rule' }>): Setting {
  switch (block.kind) {
    case 'heading':
      return { size: 15 - block.level * 1.5, before: 8, after: 4 };
    case 'paragraph':
      return { size: 10.5, after: 8 };
    case 'item':
      return { size: 10.5, after: 5, indent: 18 * block.depth + 18, marker: block.marker };
  }
}

interface Setting {
  size: number;
  before?: number;
  after: number;
  indent?: number;
  marker?: string;
  colour?: string;
}

/** Sets a paragraph word by word: lines break in reading order, each line is then drawn in visual order. */
function drawWords(doc: Doc, spans: readonly AgreementSpan[], setting: Setting): void {
  const { size, before = 0, after, indent = 0, marker, colour = '#101828' } = setting;
  const words = wordsOf(spans);
  const fromRight = runsFromRight(words);
  const left = PAGE.margin + (fromRight ? 0 : indent);
  const width = doc.page.width - 2 * PAGE.margin - indent;
  const height = size * 1.55;
  const space = size * 0.27;
  const widthOf = (word: Word) => doc.font(word.font).fontSize(size).widthOfString(word.text);
  doc.y += before;
  doc.fillColor(colour);
  for (const [index, line] of breakLines(words, { width, space, widthOf }).entries()) {
    if (doc.y + height > doc.page.height - PAGE.margin - 16) doc.addPage();
    const visual = inVisualOrder(line, fromRight);
    const used = visual.reduce((sum, word) => sum + widthOf(word) + space, -space);
    const { y } = doc;
    const draw = (word: Word, x: number) =>
      doc
        .font(word.font)
        .fontSize(size)
        // Fonts differ in how far their letters rise: they share a base line, not an upper edge.
        .text(word.text, x, y + size, { lineBreak: false, baseline: 'alphabetic' });
    let x = fromRight ? left + width - used : left;
    for (const word of visual) {
      draw(word, x);
      x += widthOf(word) + space;
    }
    if (marker && index === 0) {
      draw({ text: marker, font: 'regular', breaks: false }, fromRight ? left + width + 4 : left - 16);
    }
    doc.x = PAGE.margin;
    doc.y = y + height;
  }
  doc.y += after;
}

function breakLines(
  words: readonly Word[],
  room: { width: number; space: number; widthOf: (word: Word) => number },
): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words) {
    const width = room.widthOf(word);
    if (line.length > 0 && (word.breaks || used + room.space + width > room.width)) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += (line.length > 0 ? room.space : 0) + width;
    line.push(word);
  }
  return line.length > 0 ? [...lines, line] : lines;
}

function rule(doc: Doc): void {
  doc.y += 8;
  doc
    .moveTo(PAGE.margin, doc.y)
    .lineTo(doc.page.width - PAGE.margin, doc.y)
    .lineWidth(0.5)
    .strokeColor('#d0d5dd')
    .stroke();
  doc.y += 12;
}

function drawFooters(doc: Doc, { version, hash }: AcceptedAgreement): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page);
    // The footer stands in the margin, where text would start a new page.
    doc.page.margins.bottom = 0;
    doc
      .font('regular')
      .fontSize(8)
      .fillColor('#667085')
      .text(
        `Version ${version} · ${hash} · page ${page + 1} of ${count}`,
        PAGE.margin,
        doc.page.height - PAGE.margin + 12,
        { lineBreak: false },
      );
  }
}
