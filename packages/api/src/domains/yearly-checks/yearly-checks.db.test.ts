import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { beginChecks } from './keep-checks.ts';

let world: World;
type Staff = Awaited<ReturnType<World['asStaff']>>;
let coordinator: Staff;

beforeAll(async () => {
  world = await World.open();
  coordinator = await world.asStaff('coordinator');
});
afterAll(() => world.close());

const byPerson = [
  'consent_wording_used',
  'marketing_reviewed',
  'payout_details_checked',
  'contacts_and_coverage_confirmed',
] as const;
const checksOf = async (partnerId: string) =>
  (await coordinator.yearlyChecks.ofPartner({ partnerId })).checks;
const answer = (id: string, key: (typeof byPerson)[number], over: object = {}) =>
  coordinator.yearlyChecks.answer({ id, key, answer: 'fine', ...over });
const itemOf = async (partnerId: string, key: string) =>
  (await checksOf(partnerId))[0]?.items.find((item) => item.key === key);

/** A partner whose first year is over, with its check. */
async function afterAYear(over: Parameters<typeof givenActivePartner>[1] = {}) {
  const partner = await givenActivePartner(world, over);
  world.clock.advanceDays(340);
  await beginChecks(world.system);
  const [check] = await checksOf(partner.partnerId);
  return { ...partner, checkId: check?.id ?? '' };
}

test('a check begins once a year before its day, however many begin it at once, and is overdue after it', async () => {
  const { partnerId } = await givenActivePartner(world);
  await beginChecks(world.system);
  expect(await checksOf(partnerId)).toEqual([]);
  world.clock.advanceDays(336);
  await Promise.all(Array.from({ length: 8 }, () => beginChecks(world.system)));
  expect(await checksOf(partnerId)).toMatchObject([{ year: 1, status: 'open', overdue: false }]);
  const home = async () => (await coordinator.home.summary()).waiting.overdueChecks;
  const before = await home();
  world.clock.advanceDays(30);
  expect(await home()).toBe(before + 1);
  const listed = await coordinator.yearlyChecks.list({ state: 'overdue', limit: 100 });
  expect(listed.rows).toContainEqual(
    expect.objectContaining({ partnerId, overdue: true, answered: 0, toAnswer: 4 }),
  );
});

test('the system answers as of the moment, and a person cannot answer for it', async () => {
  const { partnerId, checkId } = await afterAYear();
  expect(await itemOf(partnerId, 'met_this_year')).toMatchObject({ derived: true, answer: 'not_fine' });
  await coordinator.care.record({ partnerId, kind: 'call', heldAt: world.clock.now() });
  expect(await itemOf(partnerId, 'met_this_year')).toMatchObject({ answer: 'fine' });
  await coordinator.complaints.record({
    partnerId,
    complainant: 'staff',
    category: 'privacy',
    severity: 'low',
    body: 'Left papers on the desk',
    receivedAt: world.clock.now(),
  });
  expect(await itemOf(partnerId, 'complaints_closed')).toMatchObject({
    answer: 'not_fine',
    note: 'One complaint is open.',
  });
  await expect(
    coordinator.yearlyChecks.answer({ id: checkId, key: 'complaints_closed', answer: 'fine' }),
  ).rejects.toThrow(/answered by what stands in the system/);
});

test('a credential that a type needs is at fault when it is missing, by the rule that shares go by', async () => {
  const { partnerId } = await afterAYear({ type: 'rera_agent', regions: ['IN'] });
  expect(await itemOf(partnerId, 'credentials_valid')).toMatchObject({
    answer: 'not_fine',
    note: expect.stringMatching(/^At fault: .+ in India\.$/),
  });
});

test('it closes only when all is answered and what is not fine has a note; closed it is never changed, whoever asks', async () => {
  const { partnerId, checkId } = await afterAYear();
  const close = (note?: string) => coordinator.yearlyChecks.close({ id: checkId, note });
  await expect(close()).rejects.toThrow(/4 items are not answered yet/);
  await expect(answer(checkId, 'marketing_reviewed', { answer: 'not_fine' })).rejects.toThrow(
    /what is not fine/,
  );
  for (const key of byPerson) await answer(checkId, key);
  await answer(checkId, 'marketing_reviewed', { answer: 'not_fine', note: 'Old logo on the site' });
  await expect(close()).rejects.toThrow(/Write what is done about it/);
  await close('They change the logo this month.');
  expect(await itemOf(partnerId, 'marketing_reviewed')).toMatchObject({
    answer: 'not_fine',
    note: 'Old logo on the site',
    answeredByName: 'coordinator person',
  });
  const before = await checksOf(partnerId);
  // What the system found stays what it was, though it would find another thing now.
  await coordinator.care.record({ partnerId, kind: 'call', heldAt: world.clock.now() });
  expect(await checksOf(partnerId)).toEqual(before);
  await expect(answer(checkId, 'marketing_reviewed')).rejects.toThrow(/stays as it is/);
  await expect(close('Again')).rejects.toThrow(/stays as it is/);
  for (const act of [
    `update yearly_checks set note = 'x' where id = '${checkId}'`,
    `delete from yearly_checks where id = '${checkId}'`,
    `update yearly_check_items set answer = 'fine' where check_id = '${checkId}'`,
    `delete from yearly_check_items where check_id = '${checkId}'`,
  ]) {
    await expect(
      world.db.scopedSql({ audience: 'staff' }, (sql) => sql.unsafe(act)),
      act,
    ).rejects.toThrow(/append-only|closed/);
  }
  expect(await checksOf(partnerId)).toEqual(before);
  world.clock.advanceDays(366);
  await beginChecks(world.system);
  expect((await checksOf(partnerId)).map(({ year, status }) => [year, status])).toEqual([
    [2, 'open'],
    [1, 'closed'],
  ]);
});

test('of a tick and the closing at the same moment none is lost: what was closed holds what was ticked before it', async () => {
  const { partnerId, checkId } = await afterAYear();
  await coordinator.care.record({ partnerId, kind: 'call', heldAt: world.clock.now() });
  for (const key of byPerson) await answer(checkId, key);
  const late = { answer: 'does_not_apply', note: 'It has no site' };
  const [ticked, closed] = await Promise.allSettled([
    answer(checkId, 'marketing_reviewed', late),
    coordinator.yearlyChecks.close({ id: checkId, note: 'All said' }),
  ]);
  expect(closed.status).toBe('fulfilled');
  expect((await itemOf(partnerId, 'marketing_reviewed'))?.answer).toBe(
    ticked.status === 'fulfilled' ? 'does_not_apply' : 'fine',
  );
});
