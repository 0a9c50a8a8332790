import { type Context, inScope } from '../../platform/context.ts';
import { requireOrganisation } from '../identity/index.ts';
import { describeTerms, readTermsSources, type TermsSources, termsInForce } from '../terms/index.ts';
import { findGroupTerms, listMembersOfType } from './partner-groups.queries.ts';

export interface DescribedTermsChange {
  groupName: string;
  /** The day they begin, in the zone of the organisation. */
  from: string;
  begun: boolean;
  /** Members for whom something changes: what was agreed for an engagement alone stays before the group. */
  members: { partnerId: string; typeName: string; before: string; now: string }[];
}

/** What terms that were set for a group mean for each of its members. */
export async function describeTermsChange(
  ctx: Context,
  termsId: string,
): Promise<DescribedTermsChange | null> {
  return inScope(ctx, async (tx) => {
    const found = await findGroupTerms(tx, termsId);
    if (!found) return null;
    const { terms, groupName } = found;
    const members = await listMembersOfType(tx, terms);
    const sources = await readTermsSources(
      tx,
      members.map(({ engagementId }) => engagementId),
    );
    const changes = members.flatMap(({ partnerId, engagementId, currency }) => {
      const from = sources.get(engagementId);
      if (!from) return [];
      const sentenceWith = (kept: TermsSources) =>
        describeTerms(termsInForce(kept, terms.effectiveFrom).terms, currency);
      const before = sentenceWith(withTermsUpTo(from, terms.groupId, terms.version - 1));
      const now = sentenceWith(withTermsUpTo(from, terms.groupId, terms.version));
      return before === now ? [] : [{ partnerId, typeName: from.typeName, before, now }];
    });
    const { timeZone } = await requireOrganisation(tx);
    return {
      groupName,
      from: new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(terms.effectiveFrom),
      begun: terms.effectiveFrom <= ctx.clock.now(),
      members: changes,
    };
  });
}

function withTermsUpTo(sources: TermsSources, groupId: string, version: number): TermsSources {
  const memberships = sources.memberships.map(({ group, ...rest }) => ({
    ...rest,
    group:
      group && group.id === groupId
        ? { ...group, terms: group.terms.filter((one) => one.version <= version) }
        : group,
  }));
  return { ...sources, memberships };
}
