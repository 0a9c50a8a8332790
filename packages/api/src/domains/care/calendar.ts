import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { publicFormPerAddress } from '../../auth/throttle.ts';
import { actorId, type Context, elevated, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { hashSecret } from '../../platform/vault.ts';
import { addDays, addHours } from '../../shared/clock.ts';
import { AppError, invariant, notFound } from '../../shared/errors.ts';
import { newSecret } from '../../shared/id.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { deleteFeed, findFeed, findFeedOwner, findTouchpoint, listPlanned, putFeed } from './care.queries.ts';

const MOST_EVENTS = 500;

interface Entry {
  id: string;
  kind: string;
  partnerId: string;
  partnerName: string;
  heldAt: Date;
}

/** Kind, partner and time. Notes and people stay in the house: a calendar is synchronised to places we do not know. */
function calendarText(ctx: Context, entries: readonly Entry[]): string {
  const calendar = ical({ name: 'Partner care', prodId: { company: 'Goodword', product: 'Care' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const { id, kind, partnerId, partnerName, heldAt } of entries) {
    calendar.createEvent({
      id,
      start: heldAt,
      end: addHours(heldAt, 1),
      stamp: ctx.clock.now(),
      summary: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${partnerName}`,
      url: `${ctx.urls.admin}/partners/${partnerId}`,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** One touchpoint as a file. @throws `not_found` */
export async function touchpointFile(
  ctx: Context,
  { id }: { id: string },
): Promise<{ name: string; text: string }> {
  const found = await inScope(ctx, (tx) => findTouchpoint(tx, id));
  if (!found) throw notFound('touchpoint');
  return { name: `${found.kind}.ics`, text: calendarText(ctx, [found]) };
}

/** Since when the person has a calendar address. */
export async function readCalendar(ctx: Context): Promise<{ since: Date | null }> {
  const feed = await inScope(ctx, (tx) => findFeed(tx, staffId(ctx)));
  return { since: feed?.createdAt ?? null };
}

/** Makes the address of the person's calendar; an earlier one stops working. It is shown this once. */
export async function openCalendar(ctx: Context): Promise<{ url: string }> {
  const secret = newSecret();
  const accountId = staffId(ctx);
  await inScope(ctx, async (tx) => {
    await putFeed(tx, { accountId, secretHash: hashSecret(secret), createdAt: ctx.clock.now() });
    await recordFeed(tx, ctx, 'calendar.opened');
  });
  return { url: `${ctx.urls.admin}/calendar/${secret}` };
}

/** Ends the address at once. */
export async function closeCalendar(ctx: Context): Promise<void> {
  await inScope(ctx, async (tx) => {
    if (await deleteFeed(tx, staffId(ctx))) await recordFeed(tx, ctx, 'calendar.closed');
  });
}

function recordFeed(tx: Parameters<typeof deleteFeed>[0], ctx: Context, action: string): Promise<void> {
  return recordChange(tx, ctx, { action, subjectType: 'account', subjectId: staffId(ctx) });
}

/**
 * The calendar behind an address: what its person has planned, from a month ago on. Changes nothing.
 * @throws `link_invalid` for an address that was never given, was closed, or belongs to a disabled account
 */
export async function readFeed(
  ctx: RequestContext,
  { secret }: { secret: string },
): Promise<{ name: string; text: string }> {
  // The secret in the address is the credential; it names the one person whose plans are read.
  const entries = await inScope(elevated(ctx), async (tx) => {
    const owner = await findFeedOwner(tx, hashSecret(secret));
    if (!owner) return null;
    const from = addDays(ctx.clock.now(), -30);
    return listPlanned(tx, { ...owner, from, limit: MOST_EVENTS });
  });
  if (!entries) {
    // Only misses are counted: a calendar asks often, a guesser in vain.
    await ctx.throttle.take(publicFormPerAddress, ctx.addressHash);
    throw new AppError('link_invalid', {
      userMessage: 'This calendar is closed. Open a new one on the care page.',
    });
  }
  return { name: 'care.ics', text: calendarText(ctx, entries) };
}

function staffId(ctx: Context): string {
  const id = actorId(ctx.actor);
  invariant(id, 'calendars belong to people of the staff');
  return id;
}
