export { type Conversion, convertInvites } from './convert-invites.ts';
export { listConvertedInvites } from './invites.queries.ts';
export { registerFriend } from './register-friend.ts';
