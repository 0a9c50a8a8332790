import { z } from 'zod';

/**
 * How a partner stands towards the agreement: `current` accepted the version in force, `due` may go on until the
 * deadline, `overdue` may start nothing new before it accepts.
 */
export const standingStates = ['current', 'due', 'overdue'] as const;

const agreementSpan = z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() });
export type AgreementSpan = z.infer<typeof agreementSpan>;

/** A piece of an agreement, ready to draw. */
export const agreementBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.number(), spans: z.array(agreementSpan) }),
  z.object({ kind: z.literal('paragraph'), spans: z.array(agreementSpan) }),
  z.object({
    kind: z.literal('item'),
    depth: z.number(),
    marker: z.string(),
    spans: z.array(agreementSpan),
  }),
  z.object({ kind: z.literal('rule') }),
]);
export type AgreementBlock = z.infer<typeof agreementBlock>;

/** A PDF of what a partner accepted. */
export const agreementCopy = z.object({ fileName: z.string(), base64: z.string() });
