import { careSamples } from './care.ts';
import { catalogueSamples } from './catalogue.ts';
import { friendSamples } from './friends.ts';
import { identitySamples } from './identity.ts';
import { moneySamples } from './money.ts';
import { partnerGroupSamples } from './partner-groups.ts';
import { partnerSamples } from './partners.ts';
import { qualitySamples } from './quality.ts';
import { referralSamples } from './referrals.ts';
import type { Samples } from './sample.ts';
import { sharingSamples } from './sharing.ts';

/** One sample for every procedure; the matrix fails for a procedure without one. */
export const samples: Samples = {
  ...catalogueSamples,
  ...careSamples,
  ...friendSamples,
  ...identitySamples,
  ...moneySamples,
  ...partnerGroupSamples,
  ...partnerSamples,
  ...qualitySamples,
  ...referralSamples,
  ...sharingSamples,
};
