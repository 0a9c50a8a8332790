/**
 * How an invite ends: what we held about the friend is emptied, the keyed hash stays. Somebody who joined keeps the
 * name the patient gave them: were it to vanish, the list would tell of what happened after joining.
 */
export function endedInvite(invite: { registeredAt: Date | null }, end: { at: Date; reason: string }) {
  return {
    endedAt: end.at,
    endReason: end.reason,
    friendContactEncrypted: null,
    ...(invite.registeredAt ? {} : { friendLabelEncrypted: null }),
  };
}
