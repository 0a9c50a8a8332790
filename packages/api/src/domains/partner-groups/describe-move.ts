import { type Context, inScope } from '../../platform/context.ts';
import { describeTerms, readTermsSources, type TermsSources, termsInForce } from '../terms/index.ts';
import { findMove, namesOfGroups, runningEngagements } from './group-moves.queries.ts';

export interface DescribedMove {
  partnerId: string;
  /** Where it came to; null: to no group. */
  groupName: string | null;
  /** Where it came from. */
  leftName: string | null;
  /** Terms that are others now, by engagement. */
  changes: { typeName: string; before: string; now: string }[];
}

/** What a move means for its partner. Says nothing of what caused it: deals are their clients' affair. */
export async function describeMove(ctx: Context, moveId: string): Promise<DescribedMove | null> {
  return inScope(ctx, async (tx) => {
    const move = await findMove(tx, moveId);
    if (!move) return null;
    const names = await namesOfGroups(tx, [move.fromGroupId, move.toGroupId]);
    const engagements = await runningEngagements(tx, move.partnerId);
    const sources = await readTermsSources(
      tx,
      engagements.map(({ id }) => id),
    );
    const changes = engagements.flatMap(({ id, currency }) => {
      const from = sources.get(id);
      if (!from) return [];
      const sentenceUpTo = (version: number) =>
        describeTerms(termsInForce(withMovesUpTo(from, version), move.movedAt).terms, currency);
      const before = sentenceUpTo(move.version - 1);
      const now = sentenceUpTo(move.version);
      return before === now ? [] : [{ typeName: from.typeName, before, now }];
    });
    return {
      partnerId: move.partnerId,
      groupName: move.toGroupId && (names.get(move.toGroupId) ?? null),
      leftName: move.fromGroupId && (names.get(move.fromGroupId) ?? null),
      changes,
    };
  });
}

function withMovesUpTo(sources: TermsSources, version: number): TermsSources {
  return { ...sources, memberships: sources.memberships.filter((one) => one.version <= version) };
}
