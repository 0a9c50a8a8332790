import type { RunRowNote } from '@goodword/db/schema';
import type { z } from 'zod';
import { regionName } from '../../shared/regions.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { normalisePhone } from '../partners/index.ts';
import type { RawPartner } from './import.ts';
import { readCountry, readState, regionProblem } from './import-regions.ts';
import { parseRate } from './parse-rate.ts';
import { rowFields } from './row-fields.ts';
import { noteCleaning, noteCompletion } from './row-notes.ts';
import { RowRefusal } from './row-refusal.ts';

export interface RowDefaults {
  /** For files without a type column. */
  partnerTypeCode?: string;
  /** ISO 3166-1: what phones and states without a country belong to, and the region of rows without any. */
  country?: string;
  /** For files without a source column. */
  source: string;
}

/** What is needed for a partner that is new; an existing one keeps its own. */
export interface CreationDraft {
  partnerTypeCode: string;
  regions: string[];
  rateBps?: number;
  status: 'invited' | 'pending_review' | 'approved';
  notes: RunRowNote[];
}

export interface PartnerDraft {
  fields: z.infer<typeof rowFields>;
  /** Our own id, as our export writes it; it goes before the other key. */
  partnerId?: string;
  source: string;
  /** Stable within the source: the file's own id, else the e-mail address, else the name. */
  externalId: string;
  /** Stated in a column of its own. */
  country?: string;
  /** What the row would be created with, or why it cannot be: that stops a new partner only. */
  creation: CreationDraft | RowRefusal;
  /** What was read differently from how it was written. */
  notes: RunRowNote[];
}

/** True for text that a spreadsheet would run. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

/**
 * Reads one row.
 * @throws RowRefusal
 */
export function readPartnerRow(raw: RawPartner, defaults: RowDefaults): PartnerDraft {
  const fields = readFields(raw);
  const country = raw.country ? readCountry(raw.country) : undefined;
  if (country === null)
    throw new RowRefusal('country', `“${raw.country}” is no country code such as US or AE.`);
  const creation = orRefusal(() =>
    readCreation(raw, fields.name, { ...defaults, country: country ?? defaults.country }),
  );
  const region = creation instanceof RowRefusal ? undefined : creation.regions[0]?.slice(0, 2);
  const phoneCountry = country ?? region ?? defaults.country ?? null;
  const phone = fields.phone && normalisePhone(fields.phone, phoneCountry);
  return {
    fields: { ...fields, phone },
    partnerId: /^par_[0-9a-z]{26}$/.test(raw.partnerId ?? '') ? raw.partnerId : undefined,
    source: raw.source || defaults.source,
    externalId: raw.externalId || (fields.email ? normaliseEmail(fields.email) : sortName(fields.name)),
    country,
    creation,
    notes: [
      ...noteCleaning(raw),
      ...noteCompletion(raw, {
        phone,
        website: fields.website,
        phoneCountry: phoneCountry && regionName(phoneCountry),
      }),
    ],
  };
}

function orRefusal<T>(read: () => T): T | RowRefusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowRefusal) return error;
    throw error;
  }
}

function readFields(raw: RawPartner): z.infer<typeof rowFields> {
  const { name, contactName, email, phone, website, city, capacity, about, internalNotes } = raw;
  const parsed = rowFields.safeParse({
    name: name ?? '',
    contactName,
    email,
    phone,
    website,
    city,
    capacity,
    about,
    internalNotes,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RowRefusal(String(issue?.path[0] ?? 'row'), issue?.message ?? 'The row cannot be read.');
}

function readCreation(raw: RawPartner, name: string, defaults: RowDefaults): CreationDraft {
  if (looksLikeFormula(name)) {
    throw new RowRefusal('formula', 'The name begins like a spreadsheet formula (=, +, - or @).');
  }
  const partnerTypeCode = raw.type?.toLowerCase() || defaults.partnerTypeCode;
  if (!partnerTypeCode)
    throw new RowRefusal('type', 'The row names no partner type, and none was chosen for the file.');
  if (/[;|,]/.test(partnerTypeCode)) {
    throw new RowRefusal('type', 'Write one partner type; add the others on the page of the partner.');
  }
  const regions = readRegions(raw, defaults);
  const rateBps = raw.rate ? parseRate(raw.rate) : undefined;
  if (rateBps === null) throw new RowRefusal('rate', `“${raw.rate}” is not a percentage.`);
  return { partnerTypeCode, regions, rateBps, ...readStatus(raw.status ?? '') };
}

function readRegions(raw: RawPartner, defaults: RowDefaults): string[] {
  const listed = (raw.regions ?? '')
    .split(/[;,|]/)
    .map((region) => region.trim().toUpperCase())
    .filter((region) => region !== '');
  if (raw.state && !defaults.country && listed.length === 0) {
    throw new RowRefusal('regions', 'The row names a state. Choose the country the file is about.');
  }
  const own = raw.state && defaults.country ? [readState(raw.state, defaults.country)] : [];
  const regions = [...new Set([...listed, ...own])];
  if (regions.length === 0 && defaults.country) regions.push(defaults.country);
  if (regions.length === 0) {
    throw new RowRefusal('regions', 'The row names no region, and no country was chosen for the file.');
  }
  const problem = regionProblem(regions);
  if (problem) throw new RowRefusal('regions', problem);
  return regions;
}

function readStatus(text: string): Pick<CreationDraft, 'status' | 'notes'> {
  const status = text.trim().toLowerCase().replaceAll(' ', '_');
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
        notes: [
          {
            code: 'status_lowered',
            message: 'Imported as approved: a partner becomes active when it accepts the agreement.',
          },
        ],
      };
    default:
      throw new RowRefusal('status', `A partner with the status “${text}” is not imported.`);
  }
}
