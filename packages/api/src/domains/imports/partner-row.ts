import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { regionProblem } from './import-regions.ts';
import { parseRate } from './parse-rate.ts';
import { rowFields } from './row-fields.ts';

/** What a row says, in our words; still text. */
export type RawPartner = Partial<Record<PartnerColumn, string>>;

/** Headers we understand, in lower case, per column. */
const headersOf = {
  externalId: ['charter no', 'external id', 'id'],
  name: ['partner name', 'institution', 'company name', 'company', 'name'],
  type: ['partner type', 'type'],
  contactName: ['contact name', 'contact'],
  email: ['e-mail', 'email'],
  phone: ['phone', 'telephone'],
  website: ['website', 'web'],
  city: ['city'],
  state: ['state'],
  regions: ['regions', 'region'],
  rate: ['default commission %', 'commission %'],
  capacity: ['capacity'],
  status: ['status'],
  internalNotes: ['notes', 'note'],
} as const;
export type PartnerColumn = keyof typeof headersOf;

/**
 * Which header holds which column.
 * @throws `invalid_input` when no column holds names
 */
export function mapColumns(headers: readonly string[]): Map<PartnerColumn, string> {
  const map = new Map<PartnerColumn, string>();
  for (const [column, known] of Object.entries(headersOf) as [PartnerColumn, readonly string[]][]) {
    const header = headers.find((name) => known.includes(name.toLowerCase()));
    if (header !== undefined) map.set(column, header);
  }
  if (!map.has('name')) {
    throw new AppError('invalid_input', {
      userMessage: `The file has no column with names. Call it one of: ${headersOf.name.join(', ')}.`,
    });
  }
  return map;
}

export interface RowDefaults {
  /** For files without a type column. */
  partnerTypeCode?: string;
  /** ISO 3166-1: what a state column lies in, and the region of rows without any. */
  country?: string;
}

export interface PartnerDraft extends z.infer<typeof rowFields> {
  /** Stable within the source: the file's own id, else the e-mail address, else the name. */
  externalId: string;
  partnerTypeCode: string;
  regions: string[];
  country: string | null;
  rateBps?: number;
  status: 'invited' | 'pending_review' | 'approved';
  /** What was read differently from how it was written. */
  notes: string[];
}

/** Why a row is refused: a code for programs, a sentence for people. */
export class RowRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads one row.
 * @throws RowRefusal
 */
export function readPartnerRow(raw: RawPartner, defaults: RowDefaults): PartnerDraft {
  const fields = readFields(raw);
  if (/^[=+\-@]/.test(fields.name)) {
    throw new RowRefusal('formula', 'The name begins like a spreadsheet formula (=, +, - or @).');
  }
  const partnerTypeCode = raw.type?.toLowerCase() || defaults.partnerTypeCode;
  if (!partnerTypeCode) throw new RowRefusal('type', 'The row names no partner type, and --type gives none.');
  const regions = readRegions(raw, defaults);
  const rateBps = raw.rate ? parseRate(raw.rate) : undefined;
  if (rateBps === null) throw new RowRefusal('rate', `“${raw.rate}” is not a percentage.`);
  const { status, notes } = readStatus(raw.status ?? '');
  return {
    ...fields,
    externalId: raw.externalId || (fields.email ? normaliseEmail(fields.email) : sortName(fields.name)),
    partnerTypeCode,
    regions,
    country: regions[0]?.slice(0, 2) ?? null,
    rateBps,
    status,
    notes,
  };
}

function readFields(raw: RawPartner): z.infer<typeof rowFields> {
  const { name, contactName, email, phone, website, city, capacity, internalNotes } = raw;
  const parsed = rowFields.safeParse({
    name: name ?? '',
    contactName,
    email,
    phone,
    website,
    city,
    capacity,
    internalNotes,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RowRefusal(String(issue?.path[0] ?? 'row'), issue?.message ?? 'The row cannot be read.');
}

function readRegions(raw: RawPartner, defaults: RowDefaults): string[] {
  const listed = (raw.regions ?? '')
    .split(/[;,|]/)
    .map((region) => region.trim().toUpperCase())
    .filter((region) => region !== '');
  const state = raw.state?.toUpperCase();
  const own = state && defaults.country ? [`${defaults.country}-${state}`] : [];
  const regions = [...new Set([...listed, ...own])];
  if (regions.length === 0 && defaults.country) regions.push(defaults.country);
  if (regions.length === 0)
    throw new RowRefusal('regions', 'The row names no region, and --country gives none.');
  const problem = regionProblem(regions);
  if (problem) throw new RowRefusal('regions', problem);
  return regions;
}

function readStatus(text: string): Pick<PartnerDraft, 'status' | 'notes'> {
  const status = text.toLowerCase().replaceAll(' ', '_');
  switch (status) {
    case '':
    case 'invited':
      return { status: 'invited', notes: [] };
    case 'pending_review':
    case 'approved':
      return { status, notes: [] };
    case 'active':
      return {
        status: 'approved',
        notes: ['Imported as approved: a partner becomes active when it accepts the agreement.'],
      };
    default:
      throw new RowRefusal('status', `A partner with the status “${text}” is not imported.`);
  }
}
