/** Most of an amount a yearly cap still leaves; zero when it is used up, all of it without a cap. */
export function withinCap(amountMinor: bigint, cap: { capMinor: bigint | null; usedMinor: bigint }): bigint {
  if (cap.capMinor === null) return amountMinor;
  const left = cap.capMinor - cap.usedMinor;
  if (left <= 0n) return 0n;
  return left < amountMinor ? left : amountMinor;
}

/** Calendar year of a moment where the organisation is. */
export function yearIn(timeZone: string, moment: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(moment));
}

/**
 * The oldest converted invites that fill one set and were in none before; null while there are too few.
 * @param converted invite ids, oldest first
 * @param earlierSets sets as stored: ids joined by commas
 */
export function nextSet(
  converted: readonly string[],
  earlierSets: readonly string[],
  threshold: number,
): string | null {
  const used = new Set(earlierSets.flatMap((set) => set.split(',')));
  const fresh = converted.filter((id) => !used.has(id)).slice(0, threshold);
  return fresh.length === threshold ? fresh.join(',') : null;
}
