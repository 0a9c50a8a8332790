/** Credit of one reward, in the order it should be spent. */
export interface SpendableLot {
  id: string;
  remainingMinor: bigint;
}

/** Takes an amount from lots in the given order, as far as it goes. */
export function takeFrom(
  lots: readonly SpendableLot[],
  wantedMinor: bigint,
): { lotId: string; amountMinor: bigint; leftMinor: bigint }[] {
  const taken: { lotId: string; amountMinor: bigint; leftMinor: bigint }[] = [];
  let open = wantedMinor;
  for (const lot of lots) {
    if (open === 0n) break;
    const isEnough = lot.remainingMinor >= open;
    const amountMinor = isEnough ? open : lot.remainingMinor;
    taken.push({ lotId: lot.id, amountMinor, leftMinor: lot.remainingMinor - amountMinor });
    open -= amountMinor;
  }
  return taken;
}
