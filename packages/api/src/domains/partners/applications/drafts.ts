import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import {
  draftsPerAddress,
  lettersPerRecipient,
  newDraftsPerAddress,
  publicFormPerAddress,
  uploadsPerAddress,
} from '../../../auth/throttle.ts';
import { expireTokensOf } from '../../../auth/tokens.queries.ts';
import { consumeToken, issueToken, readToken } from '../../../auth/tokens.ts';
import { type Context, elevated, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { addDays } from '../../../shared/clock.ts';
import { AppError, notFound } from '../../../shared/errors.ts';
import { newId } from '../../../shared/id.ts';
import { normaliseEmail } from '../../../shared/text.ts';
import type { RequestContext } from '../../../trpc/context.ts';
import {
  attachDocument,
  listDocuments,
  removeDocument,
  removeDocumentsAbout,
} from '../../documents/index.ts';
import { type DraftForm, draftForm, type draftOutput } from './applications.schema.ts';
import { readDraftSecret, setDraftSecret } from './draft-cookie.ts';
import { type DraftRow, deleteDraft, findDraft, insertDraft, updateDraft } from './drafts.queries.ts';

/** A draft ends this long after it was begun, or carried to another browser. */
export const DRAFT_DAYS = 14;

const emptyForm: DraftForm = {
  companyName: '',
  contactName: '',
  email: '',
  phone: '',
  website: '',
  partnerTypeCode: '',
  regions: [],
  about: '',
  country: '',
  answers: {},
};

export const subjectOf = (id: string) => ({ type: 'application_draft', id }) as const;

/** The draft that this browser holds; undefined without one, and when it ended or moved to another browser. */
async function findOwnDraft(tx: Tx, ctx: RequestContext): Promise<DraftRow | undefined> {
  const secret = readDraftSecret(ctx);
  if (!secret) return undefined;
  try {
    const { subjectId } = await readToken(tx, ctx, 'application_draft', secret);
    return await findDraft(tx, subjectId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'link_invalid') return undefined;
    throw error;
  }
}

/** The draft of this browser, begun if there is none. A visitor begins so many and no more. */
export async function ownDraft(tx: Tx, ctx: RequestContext): Promise<DraftRow> {
  const present = await findOwnDraft(tx, ctx);
  if (present) return present;
  await ctx.throttle.take(newDraftsPerAddress, ctx.addressHash);
  const now = ctx.clock.now();
  const row: DraftRow = {
    id: newId('applicationDraft', now),
    sealed: seal(ctx, emptyForm),
    sentSealed: null,
    createdAt: now,
    savedAt: now,
    expiresAt: addDays(now, DRAFT_DAYS),
  };
  await insertDraft(tx, row);
  setDraftSecret(ctx, await issueToken(tx, ctx, { purpose: 'application_draft', subjectId: row.id }));
  return row;
}

export function seal(ctx: Context, form: object): string {
  return ctx.vault.encrypt(JSON.stringify(form));
}

function open(ctx: Context, sealed: string): DraftForm {
  return draftForm.parse(JSON.parse(ctx.vault.decrypt(sealed)));
}

/** What was typed so far in this browser, or carried to it. */
export async function readDraft(ctx: RequestContext): Promise<z.infer<typeof draftOutput>> {
  // Elevated: the secret in the cookie names the one draft that is read.
  return inScope(elevated(ctx), async (tx) => {
    const draft = await findOwnDraft(tx, ctx);
    if (!draft) return null;
    const documents = await listDocuments(tx, 'application_draft', [draft.id]);
    const { savedAt, expiresAt } = draft;
    return {
      form: open(ctx, draft.sealed),
      documents: documents.get(draft.id) ?? [],
      savedAt,
      expiresAt,
      sent: draft.sentSealed !== null,
    };
  });
}

/** Keeps what is typed. What was sent already stays as it was sent. @throws `rate_limited` */
export async function saveDraft(ctx: RequestContext, form: DraftForm): Promise<void> {
  await ctx.throttle.take(draftsPerAddress, ctx.addressHash);
  // Elevated here and below: a visitor has no scope, and its secret names the one draft that is touched.
  await inScope(elevated(ctx), async (tx) => {
    const draft = await ownDraft(tx, ctx);
    await updateDraft(tx, draft.id, { sealed: seal(ctx, form), savedAt: ctx.clock.now() });
  });
}

/**
 * Has a link sent with which the draft goes on in another browser. The answer is the same for every address.
 * @throws `rate_limited`
 */
export async function mailDraft(ctx: RequestContext, input: { email: string }): Promise<void> {
  await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
  const recipient = ctx.vault.keyedHash('application', normaliseEmail(input.email));
  await ctx.throttle.take(lettersPerRecipient, recipient);
  const system = elevated(ctx);
  await inScope(system, async (tx) => {
    const draft = await ownDraft(tx, ctx);
    const form = { ...open(ctx, draft.sealed), email: input.email };
    await updateDraft(tx, draft.id, { sealed: seal(ctx, form), savedAt: ctx.clock.now() });
    await recordChange(tx, system, {
      action: 'application_draft.mailed',
      subjectType: 'application_draft',
      subjectId: draft.id,
    });
  });
}

/** Whether the link in the mail still opens the draft. Changes nothing. @throws `link_invalid` */
export async function readDraftLink(ctx: Context, input: { token: string }): Promise<void> {
  await inScope(elevated(ctx), (tx) => readToken(tx, ctx, 'continue_application', input.token));
}

/**
 * Carries the draft to this browser; the one it was begun in holds it no longer, so that two never write over each
 * other. @throws `link_invalid`
 */
export async function continueDraft(ctx: RequestContext, input: { token: string }): Promise<void> {
  await inScope(elevated(ctx), async (tx) => {
    // The draft before its links, as everybody takes it: two who meet never wait for each other.
    const { subjectId } = await readToken(tx, ctx, 'continue_application', input.token);
    await updateDraft(tx, subjectId, { expiresAt: addDays(ctx.clock.now(), DRAFT_DAYS) });
    await consumeToken(tx, ctx, 'continue_application', input.token);
    setDraftSecret(ctx, await issueToken(tx, ctx, { purpose: 'application_draft', subjectId }));
  });
}

/** Forgets what was typed and what was attached. */
export async function discardDraft(ctx: RequestContext): Promise<void> {
  await inScope(elevated(ctx), async (tx) => {
    const draft = await findOwnDraft(tx, ctx);
    if (!draft) return;
    await forgetDraft(tx, ctx, draft.id);
  });
  setDraftSecret(ctx, null);
}

/** The draft, its files and its links. */
export async function forgetDraft(tx: Tx, ctx: Context, id: string): Promise<void> {
  await deleteDraft(tx, id);
  await removeDocumentsAbout(tx, subjectOf(id));
  for (const purpose of ['application_draft', 'continue_application', 'confirm_application'] as const) {
    await expireTokensOf(tx, { purpose, subjectId: id }, ctx.clock.now());
  }
}

/** @throws `invalid_input`, `capacity_reached`, `rate_limited` */
export async function attachToDraft(
  ctx: RequestContext,
  { file }: Pick<Parameters<typeof attachDocument>[2], 'file'>,
) {
  await ctx.throttle.take(uploadsPerAddress, ctx.addressHash);
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const { id } = await ownDraft(tx, ctx);
    await attachDocument(tx, system, { subject: subjectOf(id), partnerId: null, file });
    return (await listDocuments(tx, 'application_draft', [id])).get(id) ?? [];
  });
}

/** @throws `not_found` */
export async function removeFromDraft(ctx: RequestContext, input: { id: string }) {
  const system = elevated(ctx);
  return inScope(system, async (tx) => {
    const draft = await findOwnDraft(tx, ctx);
    if (!draft) throw notFound('document');
    await removeDocument(tx, system, { subject: subjectOf(draft.id), id: input.id });
    return (await listDocuments(tx, 'application_draft', [draft.id])).get(draft.id) ?? [];
  });
}
