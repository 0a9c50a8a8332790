/** What a patient may know of a friend. */
export const friendStates = ['invited', 'joined', 'ended'] as const;
export type FriendState = (typeof friendStates)[number];

/**
 * Joined stays joined: were it to change with what happens later (converted, disqualified for a payer), the list
 * would tell a patient about a friend's care.
 */
export function friendState(invite: { registeredAt: Date | null; endedAt: Date | null }): FriendState {
  if (invite.registeredAt) return 'joined';
  return invite.endedAt ? 'ended' : 'invited';
}
