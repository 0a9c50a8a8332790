import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Landing, Step } from './describe-landing.ts';

const INK = '#1c2430';
const SOFT = '#55606e';
const ACCENT = '#0f766e';
const MARGIN = 48;

/**
 * The page of a type and region on one sheet of A4. Its letters are embedded: what it says looks the same everywhere.
 * @param applyUrl where to apply, printed at the foot and clickable
 */
export async function drawOnePager(landing: Landing, applyUrl: string): Promise<Buffer> {
  const fonts = fontFolder();
  // Read with the first sheet: few processes ever draw one.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: join(fonts, 'DejaVuSans.ttf'),
    info: { Title: landing.headline, Creator: 'Goodword' },
    lang: 'en',
  });
  doc.registerFont('plain', join(fonts, 'DejaVuSans.ttf'));
  doc.registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'));
  const done = collect(doc);

  doc.font('bold').fontSize(20).fillColor(INK).text(landing.headline);
  doc.moveDown(0.3).font('plain').fontSize(10).fillColor(SOFT).text(landing.lead);
  doc.moveDown(0.5).font('bold').fontSize(11).fillColor(ACCENT).text(landing.incentive);
  heading(doc, 'How it works');
  steps(doc, landing.steps, true);
  heading(doc, 'What happens to your client, and when');
  steps(doc, landing.client, false);
  heading(doc, 'What you bring');
  for (const need of landing.needs) doc.font('plain').fontSize(9).fillColor(INK).text(`•  ${need}`);
  heading(doc, `Ask your client first: ${landing.consent.law}`);
  doc.font('plain').fontSize(9).fillColor(SOFT).text(landing.consent.note);
  doc.moveDown(0.3).fillColor(INK).text(`“${landing.consent.text}”`, { indent: 12 });
  doc.moveDown(1).font('bold').fontSize(10).fillColor(ACCENT).text(`Apply: ${applyUrl}`, { link: applyUrl });
  doc.end();
  return done;
}

function heading(doc: PDFKit.PDFDocument, text: string): void {
  doc.moveDown(0.9).font('bold').fontSize(12).fillColor(INK).text(text);
  doc.moveDown(0.25);
}

function steps(doc: PDFKit.PDFDocument, all: readonly Step[], numbered: boolean): void {
  for (const [index, { title, text }] of all.entries()) {
    doc.font('bold').fontSize(9).fillColor(INK);
    doc.text(`${numbered ? `${index + 1}. ` : ''}${title}  `, { continued: true });
    doc.font('plain').fillColor(SOFT).text(text);
    doc.moveDown(0.15);
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

const FONTS = join('node_modules', 'dejavu-fonts-ttf', 'ttf');

/**
 * The fonts lie beside this package. An app runs this code out of a bundle that has moved away from them, so they are
 * looked for from where the process was started.
 */
function fontFolder(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    for (const found of [join(folder, FONTS), join(folder, 'packages', 'api', FONTS)]) {
      if (existsSync(found)) return found;
    }
    if (dirname(folder) === folder) throw new Error('the fonts of the one-page sheets are not installed');
  }
}
