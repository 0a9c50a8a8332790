import type { Inputs, Outputs } from '@goodword/api';
import type { DraftForm, Question } from '@goodword/api/client';

export type ApplyValues = Inputs['applications']['submit'];
type Draft = NonNullable<Outputs['applications']['draft']>;

/** What the form starts with: the draft, or empty boxes. Every question has its box from the beginning. */
export function startingValues(
  draft: Draft | null,
  questions: readonly Question[],
  initialType: string | undefined,
): ApplyValues {
  const form = draft?.form;
  return {
    partnerTypeCode: initialType ?? form?.partnerTypeCode ?? '',
    regions: form?.regions ?? [],
    companyName: form?.companyName ?? '',
    contactName: form?.contactName ?? '',
    email: form?.email ?? '',
    phone: form?.phone ?? '',
    website: form?.website ?? '',
    country: form?.country ?? '',
    about: form?.about ?? '',
    answers: {
      ...Object.fromEntries(questions.map(({ key }) => [key, ''])),
      ...form?.answers,
    },
  };
}

/** The form as it stands, to be kept. */
export function toDraft(values: ApplyValues): DraftForm {
  const text = (value: string | undefined) => value ?? '';
  return {
    partnerTypeCode: values.partnerTypeCode,
    regions: values.regions,
    companyName: text(values.companyName).slice(0, 200),
    contactName: text(values.contactName).slice(0, 200),
    email: text(values.email).slice(0, 254),
    phone: text(values.phone).slice(0, 40),
    website: text(values.website).slice(0, 300),
    country: text(values.country),
    about: text(values.about).slice(0, 2000),
    answers: Object.fromEntries(
      Object.entries(values.answers ?? {})
        .filter(([, answer]) => answer)
        .map(([key, answer]) => [key, text(answer).slice(0, 2000)]),
    ),
  };
}

/** Regions left over from another type do not count. */
export function fits(region: string, offered: readonly string[]): boolean {
  return offered.length === 0 || offered.some((area) => region === area || region.startsWith(`${area}-`));
}
