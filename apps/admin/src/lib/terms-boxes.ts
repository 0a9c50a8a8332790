import { settleTerms, type Terms, type termsField } from '@goodword/api/client';
import type { z } from 'zod';

/** What the boxes of terms hold while somebody types. */
export type TermsBoxes = z.input<typeof termsField>;

const whole = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Half-filled boxes as terms, for the preview beside them. */
export function termsSoFar(boxes: TermsBoxes): Terms {
  return settleTerms({
    direction: boxes.direction,
    formula: boxes.formula,
    base: boxes.base,
    trigger: boxes.trigger,
    rateBps: whole(boxes.rateBps),
    splitPartnerBps: whole(boxes.splitPartnerBps),
    flatAmountMinor: typeof boxes.flatAmountMinor === 'bigint' ? boxes.flatAmountMinor : null,
    tiers: (boxes.tiers ?? []).flatMap(({ fromDeals, rateBps }) =>
      typeof fromDeals === 'number' && typeof rateBps === 'number' ? [{ fromDeals, rateBps }] : [],
    ),
  });
}
