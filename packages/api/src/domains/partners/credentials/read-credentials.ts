import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { decodeCursor, toPage } from '../../../shared/pagination.ts';
import { listByStatus } from './credentials.queries.ts';
import type { credentialPage, listCredentialsInput } from './credentials.schema.ts';
import { describeCredentials } from './describe-credential.ts';

/** Credentials of all partners in one status: what waits for us, and what ends next. */
export async function readCredentials(
  ctx: Context,
  input: z.infer<typeof listCredentialsInput>,
): Promise<z.infer<typeof credentialPage>> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const rows = await listByStatus(tx, {
      status: input.status,
      now,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = toPage(rows, input.limit, ({ credential }) => ({
      value: credential.expiresAt.toISOString(),
      id: credential.id,
    }));
    return { ...page, rows: await describeCredentials(tx, page.rows, now) };
  });
}
