import { credentialKindName } from '@goodword/db/vocabulary';
import { anyRegionCovers } from '../../../shared/regions.ts';
import type { Question } from './applications.schema.ts';

export type Answers = Readonly<Record<string, string>>;

interface AskedType {
  code: string;
  credentials: readonly { kind: string; regions: readonly string[]; required: boolean }[];
}

const CREDENTIAL = 'credential_';

/** True where one of the areas and one of the places overlap, whichever contains the other. */
function meet(areas: readonly string[], places: readonly string[]): boolean {
  return (
    areas.length === 0 ||
    areas.some((area) => anyRegionCovers(places, area)) ||
    places.some((place) => anyRegionCovers(areas, place))
  );
}

/** What somebody of this type and these regions is asked: its credentials first, then the catalogue's questions. */
export function questionsFor(
  type: AskedType,
  regions: readonly string[],
  questions: readonly Question[],
): Question[] {
  const credentials = type.credentials
    .filter((credential) => regions.length > 0 && meet(credential.regions, regions))
    .map(({ kind, regions: areas, required }) => ({
      key: `${CREDENTIAL}${kind}`,
      partnerTypeCode: type.code,
      regions: [...areas],
      kind: 'short' as const,
      label: numberOf(kind),
      help: required
        ? 'Nothing is shared with you before we verified it. You may hand it in later.'
        : 'If you have one.',
      options: [],
      // Somebody whose licence is on its way may apply already: the review says that it is missing.
      required: false,
    }));
  const asked = questions.filter(
    ({ partnerTypeCode, regions: areas }) =>
      (partnerTypeCode === null || partnerTypeCode === type.code) && meet(areas, regions),
  );
  return [...credentials, ...asked];
}

function numberOf(kind: string): string {
  const name = credentialKindName(kind);
  return name.endsWith('number') ? name : `${name} number`;
}

/** The required questions that nobody answered. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(({ key, required }) => required && !answers[key]?.trim());
}

/** The answers that a choice does not offer. */
export function notOffered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(({ key, kind, options }) => {
    const answer = answers[key];
    if (!answer) return false;
    if (kind === 'yes_no') return answer !== 'Yes' && answer !== 'No';
    return kind === 'choice' && !options.includes(answer);
  });
}

/** The credentials a type needs in these regions and for which no number was given. */
export function missingCredentials(type: AskedType, regions: readonly string[], answers: Answers): string[] {
  return type.credentials
    .filter(({ required, regions: areas }) => required && meet(areas, regions))
    .filter(({ kind }) => !answers[`${CREDENTIAL}${kind}`]?.trim())
    .map(({ kind }) => kind);
}
