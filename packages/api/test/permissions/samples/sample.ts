import type { Cast } from '../cast.ts';

/** Inputs that walk one procedure through the permission matrix. */
export interface Sample {
  /** A valid input about the caller's own (or, for staff, any) rows. */
  input: (cast: Cast) => unknown;
  /** The same about rows of another partner or patient: has to answer NOT_FOUND. Leave out where no id is taken. */
  foreign?: (cast: Cast) => unknown;
}

/** Keyed by procedure path, e.g. `partners.get`. */
export type Samples = Record<string, Sample>;
