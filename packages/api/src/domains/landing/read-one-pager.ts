import type { z } from 'zod';
import { sheetsPerAddress } from '../../auth/throttle.ts';
import type { RequestContext } from '../../trpc/context.ts';
import type { landingInput, onePagerOutput } from './landing.schema.ts';
import { drawOnePager } from './one-pager.ts';
import { readLanding } from './read-landing.ts';

/** One page on one sheet. @throws `not_found`, `rate_limited` */
export async function readOnePager(
  ctx: RequestContext,
  input: z.infer<typeof landingInput>,
): Promise<z.infer<typeof onePagerOutput>> {
  await ctx.throttle.take(sheetsPerAddress, ctx.addressHash);
  const landing = await readLanding(ctx, input);
  const pdf = await drawOnePager(landing, `${ctx.urls.partner}/apply?type=${landing.typeCode}`);
  return {
    fileName: `${landing.typeCode}-${landing.region}.pdf`.toLowerCase(),
    contentBase64: pdf.toString('base64'),
  };
}
