export { mailPeople } from './mail-people.ts';
export { readUnsubscribe, unsubscribe } from './unsubscribe.ts';
