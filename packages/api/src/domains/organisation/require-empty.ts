import { countStaff } from '../../auth/accounts.queries.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { AppError } from '../../shared/errors.ts';
import { findOrganisation } from '../identity/index.ts';

/**
 * For a start without demo data: the database is fresh, or waits for its first administrator.
 * @throws `not_eligible` when somebody works with it already
 */
export async function requireEmpty(ctx: Context): Promise<void> {
  await inScope(ctx, async (tx) => {
    const organisation = await findOrganisation(tx);
    if (!organisation || (await countStaff(tx)) === 0) return;
    const { name, isDemo } = organisation;
    throw new AppError('not_eligible', {
      userMessage: [
        `The database holds the data of ${name} already${isDemo ? ', which is demo data' : ''}. --empty is for a fresh one.`,
        'To go on with what is there: npm start',
        'To delete all of it and begin anew: npm start -- --empty --reset',
      ].join('\n'),
    });
  });
}
