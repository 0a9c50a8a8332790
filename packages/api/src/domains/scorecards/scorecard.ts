/** Fewer than these say nothing: one more or less would turn the figure around. */
export const LEAST_TO_SAY = 5;

/** What happened with one partner in a stretch of time. */
export interface Counts {
  /** Leads and introductions offered and answered, or left until it was too late. */
  offered: number;
  accepted: number;
  /** Answered by the partner itself. */
  answered: number;
  /** Half of its answers came faster. Null without an answer. */
  medianSeconds: number | null;
  /** What it took on and what has ended since, and how much of that in a deal staff verified. */
  ended: number;
  won: number;
  /** Deals verified, and those of them that still stand. */
  verified: number;
  standing: number;
  /** Received, without those that were unfounded. */
  complaints: number;
}

export const figureKeys = ['acceptance', 'response', 'conversion', 'retention', 'complaints'] as const;
export type FigureKey = (typeof figureKeys)[number];

export interface Figure {
  key: FigureKey;
  /** Basis points, minutes for the response, a number for complaints. Null: too few to say. */
  value: number | null;
  /** The numbers behind it; for the response and complaints only how many there were. */
  n: number;
  of: number | null;
  before: { value: number | null; n: number; of: number | null };
  /** Beside the window before; null where either says too little. */
  trend: 'better' | 'worse' | 'same' | null;
}

type Part = Pick<Figure, 'value' | 'n' | 'of'>;

const share = (n: number, of: number): Part => ({
  value: of < LEAST_TO_SAY ? null : Math.round((n * 10_000) / of),
  n,
  of,
});

const parts: Record<FigureKey, (counts: Counts) => Part> = {
  acceptance: ({ accepted, offered }) => share(accepted, offered),
  response: ({ answered, medianSeconds }) => ({
    value: answered < LEAST_TO_SAY || medianSeconds === null ? null : Math.round(medianSeconds / 60),
    n: answered,
    of: null,
  }),
  conversion: ({ won, ended }) => share(won, ended),
  retention: ({ standing, verified }) => share(standing, verified),
  complaints: ({ complaints }) => ({ value: complaints, n: complaints, of: null }),
};

const lessIsBetter: readonly FigureKey[] = ['response', 'complaints'];

function trendOf(key: FigureKey, now: number | null, before: number | null): Figure['trend'] {
  if (now === null || before === null) return null;
  if (now === before) return 'same';
  return now > before === lessIsBetter.includes(key) ? 'worse' : 'better';
}

/** The figures of one partner in a window, beside the window of the same length before it. */
export function scorecardOf(now: Counts, before: Counts): Figure[] {
  return figureKeys.map((key) => {
    const here = parts[key](now);
    const there = parts[key](before);
    return { key, ...here, before: there, trend: trendOf(key, here.value, there.value) };
  });
}

export const nothing: Counts = {
  offered: 0,
  accepted: 0,
  answered: 0,
  medianSeconds: null,
  ended: 0,
  won: 0,
  verified: 0,
  standing: 0,
  complaints: 0,
};
