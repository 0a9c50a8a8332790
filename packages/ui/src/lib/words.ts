import { numberFormat } from './formats.ts';
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export type AppName = 'admin' | 'partner' | 'patient';

const ACRONYMS = new Set(['api', 'csv', 'id', 'kyc', 'mfa', 'qr', 'rera', 'sla', 'sms', 'totp', 'url', 'us']);

/** A code word for people: `in_progress` is "In progress", `rera_agent` is "RERA agent". */
export function humanize(word: string): string {
  const words = word
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter(Boolean)
    .map((part) => (ACRONYMS.has(part.toLowerCase()) ? part.toUpperCase() : part.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const STATUS_WORDS: Record<Tone, string> = {
  success:
    'active accepted approved available completed connected converted delivered done earned engaged granted invoiced_paid live paid passed resolved settled success succeeded verified won deal_closed redeemed fulfilled',
  info: 'new contacted qualified in_progress processing sent intro_sent intake matched registered scheduled submitted calculated invoiced reported running open proposed clicked booked confirmed',
  warning:
    'pending pending_review held paused dormant coming_soon overdue expiring returned queued retrying under_review needs_answer warning',
  danger:
    'rejected declined suspended failed refused disqualified reversed revoked terminated lost blocked error written_off bounced withdrawn_by_client',
  neutral:
    'draft invited inactive ended expired cancelled canceled closed closed_by_client merged withdrawn unavailable unfulfilled unknown not_engaged archived disabled none skipped',
};

const TONE_OF = new Map<string, Tone>(
  (Object.keys(STATUS_WORDS) as Tone[]).flatMap((tone) =>
    STATUS_WORDS[tone].split(/\s+/).map((word) => [word, tone] as const),
  ),
);

/** The colour family of a status word; an unknown word is neutral. */
export function statusTone(status: string): Tone {
  return TONE_OF.get(status) ?? 'neutral';
}

/** Basis points as a percentage: `formatPercent(1500)` is "15 %", `formatPercent(1250)` is "12.5 %". */
export function formatPercent(bps: number, options: { locale?: string; digits?: number } = {}): string {
  const number = numberFormat(options.locale ?? 'en-US', {
    minimumFractionDigits: options.digits ?? 0,
    maximumFractionDigits: options.digits ?? 2,
  }).format(bps / 100);
  return `${number}\u00a0%`;
}

/** Up to two capitals that stand for a name: "Maya de Vries" is "MV". */
export function initials(name: string): string {
  const parts = name
    .trim()
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const first = parts.at(0)?.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.match(/[\p{L}\p{N}]/u)?.[0] ?? '') : '';
  return `${first}${last}`.toUpperCase() || '?';
}

const PHONE_SHAPES: { code: string; groups: number[] }[] = [
  { code: '971', groups: [2, 3, 4] },
  { code: '91', groups: [5, 5] },
  { code: '65', groups: [4, 4] },
  { code: '44', groups: [4, 3, 3] },
];

function group(digits: string, sizes: number[]): string {
  const out: string[] = [];
  let rest = digits;
  for (const size of sizes) {
    if (!rest) break;
    out.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return rest ? `${out.join(' ')}${rest}` : out.join(' ');
}

/** An E.164 number with its groups set apart, so that it can be read aloud; anything else comes back as it is. */
export function formatPhone(value: string): string {
  const match = /^\+(\d{7,15})$/.exec(value.replace(/[\s()-]/g, ''));
  const digits = match?.[1];
  if (!digits) return value;
  if (digits.startsWith('1') && digits.length === 11) {
    return `+1 (${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`;
  }
  const shape = PHONE_SHAPES.find(
    ({ code, groups }) =>
      digits.startsWith(code) && digits.length === code.length + groups.reduce((a, b) => a + b, 0),
  );
  if (shape) return `+${shape.code} ${group(digits.slice(shape.code.length), shape.groups)}`;
  return `+${digits.slice(0, 2)} ${digits.slice(2).replace(/(\d{3})(?=\d{2,})/g, '$1 ')}`;
}
