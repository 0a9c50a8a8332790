export { type Care, type Conversion, convertInvites } from './convert-invites.ts';
export { listConvertedInvites, lockClients } from './invites.queries.ts';
export { type NewFriend, registerFriend } from './register-friend.ts';
