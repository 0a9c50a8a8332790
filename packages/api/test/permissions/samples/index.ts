import { identitySamples } from './identity.ts';
import { partnerSamples } from './partners.ts';
import type { Samples } from './sample.ts';

/** One sample for every procedure; the matrix fails for a procedure without one. */
export const samples: Samples = {
  ...identitySamples,
  ...partnerSamples,
};
