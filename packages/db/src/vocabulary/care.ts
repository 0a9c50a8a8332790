import { defineMachine } from './machine.ts';

/** How we stay in touch with a partner. */
export const touchpointKinds = ['coffee', 'lunch', 'call', 'meeting', 'gift', 'note'] as const;
export type TouchpointKind = (typeof touchpointKinds)[number];

/** What happened already starts as done. A note stands there done and cannot be planned. */
export const touchpointMachine = defineMachine('touchpoint', ['planned', 'done'], {
  planned: ['done', 'cancelled'],
  done: ['cancelled'],
  cancelled: [],
});
export type TouchpointStatus = (typeof touchpointMachine.states)[number];
