import { defineMachine } from './machine.ts';

export const messageChannels = ['email', 'sms'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export const messageMachine = defineMachine('message', ['queued', 'suppressed'], {
  queued: ['sent', 'captured', 'failed', 'suppressed'],
  failed: ['sent', 'captured', 'suppressed'],
  sent: [],
  captured: [],
  suppressed: [],
});
export type MessageStatus = (typeof messageMachine.states)[number];
