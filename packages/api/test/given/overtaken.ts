import type { EventPayload } from '@goodword/db/schema';
import { registry } from '../../src/jobs/registry.ts';
import type { World } from './world.ts';

/**
 * Lets a handler work the newest event it reacts to, while something else happens after its first transaction: what it read
 * then does not count any more.
 */
export async function runOvertaken(
  world: World,
  handlerName: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const handler = registry.handlers.find(({ name }) => name === handlerName);
  if (!handler) throw new Error(`there is no handler ${handlerName}`);
  const [row] = await world.owner<{ id: string; type: string; subjectId: string; payload: EventPayload }[]>`
    select id::text, type, subject_id as "subjectId", payload from outbox
    where type in ${world.owner([...handler.on])} order by xid desc, outbox.id desc limit 1`;
  if (!row) throw new Error(`nothing happened that ${handlerName} reacts to`);
  let transactions = 0;
  const db: typeof world.db = {
    ...world.db,
    scoped: async (scope, work) => {
      const result = await world.db.scoped(scope, work);
      transactions += 1;
      if (transactions === 1) await meanwhile();
      return result;
    },
  };
  await handler.run({ ...world.system, db }, { ...row, occurredAt: world.clock.now(), requestId: 'test' });
}
