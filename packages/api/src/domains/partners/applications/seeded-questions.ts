import type { applicationQuestions } from '@goodword/db/schema';
import type { Question } from './applications.schema.ts';

type Seed = Omit<typeof applicationQuestions.$inferInsert, 'id' | 'position'>;

const question = (
  partnerTypeCode: string | null,
  label: string,
  over: Partial<Pick<Question, 'kind' | 'help' | 'options' | 'required' | 'regions'>> = {},
): Seed => ({
  partnerTypeCode,
  label,
  regions: [],
  kind: 'short',
  help: null,
  options: [],
  required: false,
  ...over,
});

const volume = ['None yet', '1–5', '6–20', 'More than 20'];
const practice = { kind: 'choice', options: ['Less than 2', '2–5', '6–15', 'More than 15'] } as const;

/** What a new installation asks; an admin changes the rows, never this list. */
export const seededQuestions: readonly Seed[] = [
  question('channel', 'Clients you bring to a purchase in a year', {
    kind: 'choice',
    options: volume,
    required: true,
  }),
  question('channel', 'How clients agree that you pass them on', {
    kind: 'long',
    required: true,
    help: 'We work with clients who asked for it. Tell us where and how they say so.',
  }),
  question('developer', 'Projects on sale now', { kind: 'long', required: true }),
  question('developer', 'Escrow registered with the land authority', {
    kind: 'yes_no',
    required: true,
    regions: ['AE'],
  }),
  question('broker', 'Deals you closed in the last twelve months', {
    kind: 'choice',
    options: volume,
    required: true,
  }),
  question('broker', 'Areas you know best', { help: 'Such as Dubai Marina, Business Bay.' }),
  question('rera_agent', 'States in which you are registered', { required: true }),
  question('service_provider', 'The service you offer', { required: true }),
  question('service_provider', 'Usual price', { help: 'A range is fine.' }),
  question('banker', 'Your bank and department', { required: true }),
  question('law', 'Fields of practice', { required: true }),
  question('agent', 'Your brokerage', { required: true, regions: ['US'] }),
  question('agent', 'Your agency', { required: true, regions: ['SG'] }),
  ...['attorney', 'lender', 'title', 'insurance', 'cpa'].map((code) =>
    question(code, 'Years in practice', { ...practice, options: [...practice.options], required: true }),
  ),
  question('affiliate', 'Where you would tell people about us', {
    kind: 'long',
    required: true,
    help: 'Your site, channel, newsletter or community, and roughly how many people it reaches.',
  }),
  question('affiliate', 'You send mail in our name only to people who asked you for it', {
    kind: 'yes_no',
    required: true,
  }),
];
