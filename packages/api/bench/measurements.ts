import * as bare from './bare.ts';
import * as product from './product.ts';
import type { Side } from './side.ts';

export interface Measurement {
  key: string;
  name: string;
  bare: Side;
  product: Side;
  /** Least share of the bare throughput. */
  leastRatio?: number;
  /** Most milliseconds of the slowest of a hundred calls. */
  mostP99?: number;
}

const transaction = { transaction: true };

/** Everything that is measured, in this order. */
export const measurements: readonly Measurement[] = [
  {
    key: 'click',
    name: 'Click on a share link, recorded (HTTP)',
    bare: bare.bareSide(bare.click, { transaction: false }),
    product: product.click,
    leastRatio: 0.4,
    mostP99: 20,
  },
  {
    key: 'event',
    name: 'Signed event taken in, idempotent (HTTP)',
    bare: bare.bareSide(bare.event, transaction),
    product: product.event,
    leastRatio: 0.3,
  },
  {
    key: 'submit',
    name: 'Partner submits a referral',
    bare: bare.bareSide(bare.submit, transaction),
    product: product.submit,
    leastRatio: 0.2,
  },
  {
    key: 'share',
    name: 'Staff share a lead',
    bare: bare.bareSide(bare.share, transaction),
    product: product.share,
    leastRatio: 0.2,
  },
  {
    key: 'lead-page',
    name: 'Page of the lead table',
    bare: bare.bareSide(bare.leadPage, transaction),
    product: product.leadPage,
  },
  {
    key: 'partner-home',
    name: 'Home page of a partner',
    bare: bare.bareSide(bare.partnerHome, transaction),
    product: product.partnerHome,
  },
];
