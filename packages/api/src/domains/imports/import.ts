/** What a file about partners may say, in the order people think of it. */
export const importColumns = [
  { key: 'partnerId', label: 'Goodword id', headers: ['goodword id', 'partner id'] },
  { key: 'source', label: 'Source', headers: ['source'] },
  {
    key: 'externalId',
    label: 'External id',
    headers: ['charter no', 'external id', 'external_id', 'id', 'reference'],
  },
  {
    key: 'name',
    label: 'Name',
    headers: ['partner name', 'institution', 'company name', 'company', 'organisation', 'name'],
  },
  { key: 'type', label: 'Partner type', headers: ['partner type', 'types', 'type'] },
  { key: 'contactName', label: 'Contact', headers: ['contact name', 'contact person', 'contact'] },
  { key: 'email', label: 'E-mail', headers: ['e-mail address', 'email address', 'e-mail', 'email', 'mail'] },
  { key: 'phone', label: 'Phone', headers: ['phone number', 'phone', 'telephone', 'mobile'] },
  { key: 'website', label: 'Website', headers: ['website', 'web', 'url'] },
  { key: 'city', label: 'City', headers: ['city', 'town'] },
  { key: 'state', label: 'State', headers: ['state', 'province'] },
  { key: 'country', label: 'Country', headers: ['country', 'country code'] },
  { key: 'regions', label: 'Regions', headers: ['regions', 'region', 'areas'] },
  { key: 'rate', label: 'Commission %', headers: ['default commission %', 'commission %', 'rate %'] },
  { key: 'capacity', label: 'Capacity', headers: ['capacity'] },
  { key: 'status', label: 'Status', headers: ['status'] },
  { key: 'about', label: 'About', headers: ['about', 'description'] },
  { key: 'internalNotes', label: 'Notes', headers: ['internal notes', 'notes', 'note'] },
] as const;

export type PartnerColumn = (typeof importColumns)[number]['key'];

/** What a row says, in our words; still text. */
export type RawPartner = Partial<Record<PartnerColumn, string>>;

/** Our column → header of the file. */
export type ColumnMapping = Partial<Record<PartnerColumn, string>>;

/** Written by our own export and kept by Goodword: known, and not read. */
export const keptColumns = ['Code', 'Open shares', 'Account manager', 'Group', 'Since'] as const;

/** Which header holds which column, by its words. Of several possible headers the first word of ours wins. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const { key, headers: known } of importColumns) {
    const header = known
      .map((word) => headers.find((name) => name.toLowerCase() === word && !taken.has(name)))
      .find((found) => found !== undefined);
    if (header === undefined) continue;
    mapping[key] = header;
    taken.add(header);
  }
  return mapping;
}

/** The guess, where an earlier file of the same source does not say better. */
export function rememberMapping(
  headers: readonly string[],
  earlier: ColumnMapping | undefined,
): ColumnMapping {
  const guess = guessMapping(headers);
  if (!earlier) return guess;
  const known = Object.entries(earlier).filter(([, header]) => headers.includes(header));
  const taken = new Set(known.map(([, header]) => header));
  const rest = Object.entries(guess).filter(([, header]) => !taken.has(header));
  return Object.fromEntries([...rest, ...known]);
}

/** Why a mapping cannot be used, in words; null when it can. */
export function mappingProblem(mapping: ColumnMapping, headers: readonly string[]): string | null {
  if (!mapping.name) return 'Say which column holds the names.';
  const used = Object.values(mapping);
  const missing = used.find((header) => !headers.includes(header));
  if (missing !== undefined) return `The file has no column “${missing}”.`;
  const twice = used.find((header, index) => used.indexOf(header) !== index);
  return twice === undefined ? null : `“${twice}” is chosen twice. A column of the file is read once.`;
}
