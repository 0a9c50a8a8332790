import type { Setup } from './places.ts';

/** One of the parallel callers of a side. */
export interface Lane {
  /** One measured call. Throws when it was not answered as it should be. @param number counts up, never the same twice */
  call(number: number): Promise<void>;
  close(): void;
}

/** What is measured: opens its connections once and is then called in rounds. */
export type Side = (setup: Setup) => Promise<{ lane(): Promise<Lane>; close(): Promise<void> }>;
