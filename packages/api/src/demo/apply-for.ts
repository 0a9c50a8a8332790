import { questionsFor } from '../domains/partners/applications/questions.ts';
import { invariant } from '../shared/errors.ts';
import type { DemoPartner } from './people.ts';
import type { Stage } from './stage.ts';

/** The smallest file that a reader opens as one empty page. */
export const emptyPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

export type Applicant = Omit<DemoPartner, 'fate'> & {
  phone?: string;
  website?: string;
  /** What it says where a text is asked for. */
  words?: string;
  /** Names of files it attaches. */
  files?: string[];
  /** Numbers of the credentials its type needs. */
  credentials?: Record<string, string>;
};

/** Fills the public form as its type asks, attaches, sends, and confirms from the mailbox. */
export async function applyFor(stage: Stage, applicant: Applicant): Promise<void> {
  const browser = stage.browser('partner');
  const [types, { questions }] = await Promise.all([
    browser.catalogue.partnerTypes(),
    browser.applications.form(),
  ]);
  const type = types.find(({ code }) => code === applicant.type);
  invariant(type, `the catalogue has the type ${applicant.type}`);
  const answers: Record<string, string> = {};
  for (const { key, kind, options, required } of questionsFor(type, applicant.regions, questions)) {
    const number = applicant.credentials?.[key.replace(/^credential_/, '')];
    if (number) answers[key] = number;
    else if (kind === 'choice') answers[key] = options[1] ?? '';
    else if (kind === 'yes_no') answers[key] = 'Yes';
    else if (required) answers[key] = applicant.words ?? applicant.about;
  }
  for (const [index, fileName] of (applicant.files ?? []).entries()) {
    const contentBase64 = Buffer.from(`${emptyPage}\n% ${index}`).toString('base64');
    await browser.applications.attach({ file: { fileName, contentBase64 } });
  }
  await browser.applications.submit({
    companyName: applicant.company,
    contactName: applicant.contact,
    email: applicant.email,
    phone: applicant.phone,
    website: applicant.website,
    partnerTypeCode: applicant.type,
    regions: applicant.regions,
    about: applicant.about,
    country: applicant.country,
    answers,
  });
  await stage.settle();
  const token = await stage.link(applicant.email, '/apply/confirm/');
  await browser.applications.confirm({ token });
}
