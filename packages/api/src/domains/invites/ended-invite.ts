/** How an invite ends: what we held about the friend is emptied, the keyed hash stays. */
export function endedInvite(now: Date, reason: string) {
  return { endedAt: now, endReason: reason, friendContactEncrypted: null, friendLabelEncrypted: null };
}
