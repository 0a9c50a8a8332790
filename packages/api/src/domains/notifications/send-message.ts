import type { Tx } from '@goodword/db';
import { render } from '@react-email/render';
import { type Context, elevated, inScope } from '../../platform/context.ts';
import { addMinutes } from '../../shared/clock.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail } from '../../shared/text.ts';
import { requireOrganisation } from '../identity/index.ts';
import type { Mailer } from './mailer.ts';
import {
  claimDelivery,
  endDelivery,
  findMessageByKey,
  insertMessage,
  insertSuppression,
  isSuppressed,
  type MessageRow,
} from './messages.queries.ts';
import { withoutLinks } from './read-message.ts';
import type { Template } from './template.ts';

export interface MessageRequest<Data> {
  template: Template<Data>;
  to: string;
  /** What the message is about: an id staff can open. */
  subjectId: string;
  /** The same key never sends twice; usually event id + template + recipient. */
  dedupeKey: string;
  /** Made inside the transaction that stores the message, so that links in it are issued with it or not at all. */
  data: (tx: Tx) => Promise<Data>;
  /**
   * The parts of a client's data in it, as consent lets them now. Kept with the message and asked again before every
   * delivery: once a part was taken back, the message does not leave any more.
   */
  discloses?: (tx: Tx) => Promise<readonly string[]>;
  /** Makes the address where one click ends mails of this sort. Left out for mails that have to be sent. */
  unsubscribeUrl?: (tx: Tx) => Promise<string>;
}

/** Address as it is remembered for silence: a keyed hash. */
export function addressHash(ctx: Context, email: string): string {
  return ctx.vault.keyedHash('e-mail', normaliseEmail(email));
}

/** Never write to this address again. */
export async function suppressAddress(tx: Tx, ctx: Context, hash: string, reason: string): Promise<void> {
  await insertSuppression(tx, { addressHash: hash, reason, createdAt: ctx.clock.now() });
}

/**
 * Renders, stores and delivers one e-mail. A repeated call with the same key delivers what was stored, or nothing
 * when it already left. Suppression and consent are checked before every delivery.
 */
export async function sendMessage<Data>(
  ctx: Context & { mailer: Mailer },
  request: MessageRequest<Data>,
): Promise<void> {
  const system = { ...elevated(ctx), mailer: ctx.mailer };
  const message = await inScope(system, async (tx) => {
    return (await findMessageByKey(tx, request.dedupeKey)) ?? (await storeMessage(tx, system, request));
  });
  if (message.status === 'queued' || message.status === 'failed') await deliver(system, message, request);
}

export interface RenderedMail {
  subject: string;
  html: string;
  /** The same as plain text. */
  body: string;
}

/** A message as its recipient gets it. */
export async function renderMail<Data>(
  tx: Tx,
  ctx: Context,
  { template, data }: { template: Template<Data>; data: Data },
): Promise<RenderedMail> {
  const organisation = await requireOrganisation(tx);
  const { name, postalAddress, accent, logoHash } = organisation;
  const sender = {
    organisationName: name,
    postalAddress,
    accent: accent ?? undefined,
    logoUrl: logoHash ? `${ctx.urls.patient}/brand/logo/${logoHash}` : undefined,
  };
  const page = template.body(data, sender);
  return {
    subject: template.subject(data, sender).replace(/[\r\n]+/g, ' '),
    html: await render(page),
    body: await render(page, { plainText: true }),
  };
}

async function storeMessage<Data>(tx: Tx, ctx: Context, request: MessageRequest<Data>): Promise<MessageRow> {
  const { template, to, subjectId, dedupeKey } = request;
  const now = ctx.clock.now();
  const silent = !template.essential && (await isSuppressed(tx, addressHash(ctx, to)));
  // Before the data: what is taken back between the two keeps the message here, and is never in it unnoticed.
  const discloses = await request.discloses?.(tx);
  const mail = await renderMail(tx, ctx, { template, data: await request.data(tx) });
  const row: MessageRow = {
    id: newId('message', now),
    channel: 'email',
    template: template.name,
    toAddress: to,
    ...mail,
    status: silent ? 'suppressed' : 'queued',
    dedupeKey,
    subjectId,
    discloses: discloses ? [...discloses] : null,
    unsubscribeUrl: (await request.unsubscribeUrl?.(tx)) ?? null,
    attempts: 0,
    error: null,
    heldUntil: null,
    createdAt: now,
    sentAt: null,
  };
  if (await insertMessage(tx, row)) return row;
  const earlier = await findMessageByKey(tx, dedupeKey);
  invariant(earlier, 'a message that could not be stored exists already');
  return earlier;
}

/** After this time a process that held a message is taken for dead. */
const DELIVERY_MINUTES = 1;

async function deliver<Data>(
  ctx: Context & { mailer: Mailer },
  message: MessageRow,
  request: MessageRequest<Data>,
): Promise<void> {
  // Two deliveries of one event may meet here: one sends, the other tries again later and finds it done.
  const now = ctx.clock.now();
  const turn = await inScope(ctx, async (tx) => {
    const claimed = await claimDelivery(tx, message, { now, until: addMinutes(now, DELIVERY_MINUTES) });
    if (!claimed) return 'of another';
    const objection = await objectionTo(tx, ctx, message, request);
    if (!objection) return 'ours';
    await endDelivery(tx, message.id, { status: 'suppressed', heldUntil: null, ...objection });
    return 'of nobody';
  });
  if (turn === 'of another') throw new Error('this message is being delivered by another process');
  if (turn === 'of nobody') return;
  try {
    const status = await ctx.mailer.deliver({
      to: message.toAddress,
      subject: message.subject,
      html: message.html,
      text: message.body,
      messageId: message.id,
      unsubscribeUrl: message.unsubscribeUrl,
    });
    await inScope(ctx, (tx) =>
      endDelivery(tx, message.id, {
        status,
        sentAt: ctx.clock.now(),
        error: null,
        // Links in a message are credentials: once it left the house, our copy need not hold them.
        ...(status === 'sent'
          ? { html: withoutLinks(message.html), body: withoutLinks(message.body), unsubscribeUrl: null }
          : {}),
      }),
    );
  } catch (cause) {
    await inScope(ctx, (tx) =>
      endDelivery(tx, message.id, {
        status: 'failed',
        heldUntil: null,
        error: cause instanceof Error ? cause.name : 'unknown failure',
      }),
    );
    throw cause;
  }
}

/** Why a stored message must not leave: much can have happened since it was made, or since it was tried last. */
async function objectionTo<Data>(
  tx: Tx,
  ctx: Context,
  { toAddress, discloses }: MessageRow,
  request: MessageRequest<Data>,
): Promise<{ error: string | null } | null> {
  if (!request.template.essential && (await isSuppressed(tx, addressHash(ctx, toAddress)))) {
    return { error: null };
  }
  const open = new Set(await request.discloses?.(tx));
  return discloses?.every((part) => open.has(part)) === false
    ? { error: 'The client took back what it tells before it left.' }
    : null;
}
