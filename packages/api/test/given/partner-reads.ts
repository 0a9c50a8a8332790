import { appRouter } from '../../src/root.ts';
import type { World } from './world.ts';

interface ProcedureFacts {
  _def: { type: 'query' | 'mutation' | 'subscription'; meta?: { audiences: readonly string[] } };
}

/**
 * Calls everything a partner can read, with no input, with empty filters and with each of the given ids, and
 * returns all answers and refusals as text by procedure. New procedures are walked without being named here.
 */
export async function walkPartnerReads(
  world: World,
  email: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const caller = await world.asPartner(email);
  const procedures = appRouter._def.procedures as unknown as Record<string, ProcedureFacts>;
  const answers: Record<string, string> = {};
  for (const [path, { _def }] of Object.entries(procedures)) {
    if (_def.type !== 'query' || !_def.meta?.audiences.includes('partner')) continue;
    const call = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller) as (
      input?: unknown,
    ) => Promise<unknown>;
    const inputs = [undefined, {}, ...ids.map((id) => ({ id }))];
    const results = await Promise.all(
      inputs.map((input) =>
        call(input).then(
          (answer) => answer,
          (error: Error) => error.message,
        ),
      ),
    );
    answers[path] = JSON.stringify(results, (_key, value) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
  }
  return answers;
}
