import {
  accounts,
  agreementAcceptances,
  agreements,
  engagements,
  partners,
  shareLinks,
} from '@goodword/db/schema';
import type { PartnerRole, PartnerStatus } from '@goodword/db/vocabulary';
import { asc } from 'drizzle-orm';
import { getPartnerType } from '../../src/domains/catalogue/index.ts';
import { inScope } from '../../src/platform/context.ts';
import { newCode, newId } from '../../src/shared/id.ts';
import { normaliseEmail, sortName } from '../../src/shared/text.ts';
import type { World } from './world.ts';

export interface PartnerOptions {
  name?: string;
  email?: string;
  /** Code of a seeded partner type; its default terms become those of the engagement. */
  type?: string;
  regions?: string[];
  currency?: string;
  capacity?: number | null;
  role?: PartnerRole;
  status?: PartnerStatus;
  terms?: Partial<typeof engagements.$inferInsert>;
}

export interface GivenPartner {
  partnerId: string;
  engagementId: string;
  accountId: string;
  /** Signs in to the partner app: `world.asPartner(email)`. */
  email: string;
  name: string;
  /** Code of the default share link. */
  code: string;
}

let count = 0;

/** A partner that went through everything: terms, accepted agreement, an owner who can act, a share link. */
export async function givenActivePartner(world: World, options: PartnerOptions = {}): Promise<GivenPartner> {
  count += 1;
  const now = world.clock.now();
  const name = options.name ?? `Partner ${count}`;
  const email = options.email ?? `partner-${count}@partner.test`;
  const partnerId = newId('partner', now);
  const engagementId = newId('engagement', now);
  const accountId = newId('account', now);
  const code = newCode();
  await inScope(world.system, async (tx) => {
    const type = await getPartnerType(tx, options.type ?? 'broker');
    await tx.insert(partners).values({
      id: partnerId,
      name,
      nameSort: sortName(name),
      status: options.status ?? 'active',
      contactName: `${name} contact`,
      email,
      emailNormalised: normaliseEmail(email),
      capacity: options.capacity ?? null,
      code,
      currency: options.currency ?? 'USD',
      createdAt: now,
      activatedAt: now,
    });
    await tx.insert(engagements).values({
      id: engagementId,
      partnerId,
      partnerTypeCode: type.code,
      regions: options.regions ?? ['AE'],
      direction: type.direction,
      formula: type.formula,
      base: type.base,
      trigger: type.trigger,
      rateBps: type.rateBps,
      splitPartnerBps: type.splitPartnerBps,
      flatAmountMinor: type.flatAmountMinor,
      tiers: type.tiers,
      createdAt: now,
      ...options.terms,
    });
    await tx.insert(accounts).values({
      id: accountId,
      audience: 'partner',
      email,
      emailNormalised: normaliseEmail(email),
      name: `${name} owner`,
      partnerId,
      partnerRole: options.role ?? 'owner',
      emailVerifiedAt: now,
      createdAt: now,
    });
    const [agreement] = await tx.select().from(agreements).orderBy(asc(agreements.version));
    if (agreement) {
      await tx.insert(agreementAcceptances).values({
        partnerId,
        agreementId: agreement.id,
        accountId,
        acceptedByName: `${name} owner`,
        acceptedByRole: 'owner',
        hash: agreement.hash,
        acceptedAt: now,
      });
    }
    await tx
      .insert(shareLinks)
      .values({ id: newId('shareLink', now), code, partnerId, campaign: 'default', createdAt: now });
  });
  return { partnerId, engagementId, accountId, email, name, code };
}
