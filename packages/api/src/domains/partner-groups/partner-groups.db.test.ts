import { afterAll, beforeAll, expect, test } from 'vitest';
import { commissionsOf, givenQualifiedLead, givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';
import { applyAllRules, applyRules } from './group-rules.ts';

let world: World;
type Staff = Awaited<ReturnType<World['asStaff']>>;
let manager: Staff;
let admin: Staff;

beforeAll(async () => {
  world = await World.open();
  manager = await world.asStaff('manager');
  admin = await world.asStaff('admin');
});
afterAll(() => world.close());

let rank = 0;
const newGroup = async (name: string, over: object = {}) => {
  rank += 1;
  const { id } = await manager.partnerGroups.create({ name, rank, partnerTypeCode: null, ...over });
  return id;
};
const versionOf = async (id: string) => (await manager.partnerGroups.get({ id })).version;
const channel = (rateBps: number) => ({
  direction: 'we_pay' as const,
  formula: 'percent' as const,
  base: 'deal_value' as const,
  trigger: 'deal_verified' as const,
  rateBps,
});
const setTerms = async (id: string, rateBps: number | null, over: object = {}) =>
  manager.partnerGroups.setTerms({
    id,
    version: await versionOf(id),
    partnerTypeCode: 'channel',
    terms: rateBps === null ? null : channel(rateBps),
    reason: 'Agreed with all of them',
    ...over,
  });
const deals = (threshold: bigint, over: object = {}) => ({
  measure: 'verified_deals' as const,
  threshold,
  currency: null,
  windowDays: 90,
  fromGroupId: null,
  ...over,
});
const switchOn = async (id: string, rule: ReturnType<typeof deals>) =>
  manager.partnerGroups.setRule({ ...rule, id, version: await versionOf(id), enabled: true });
const switchOff = async (id: string, rule: ReturnType<typeof deals>) =>
  manager.partnerGroups.setRule({ ...rule, id, version: await versionOf(id), enabled: false });
const move = (partner: GivenPartner, groupId: string | null, over: object = {}) =>
  manager.partnerGroups.move({ ids: [partner.partnerId], groupId, reason: 'Agreed by phone', ...over });
const channelPartner = () => givenActivePartner(world, { type: 'channel', regions: ['AE'] });
const groupOf = async ({ partnerId }: GivenPartner) =>
  (await manager.partners.get({ id: partnerId })).groupName;
const movesOf = async ({ partnerId }: GivenPartner) =>
  (await manager.partnerGroups.moves({ partnerId })).rows;
const baseRateOf = async (dealId: string) => {
  const [id] = await commissionsOf(world, dealId);
  const [row] = await world.owner`select amount_minor, base_minor from commissions where id = ${id ?? ''}`;
  return Number((BigInt(row?.amount_minor) * 10_000n) / BigInt(row?.base_minor));
};

test('a deal earns by the group its partner was in when it was verified, and both sides read which group', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Gold dust');
  await setTerms(gold, 2200);
  const before = await givenVerifiedDeal(world, partner);
  world.clock.advanceDays(1);
  await move(partner, gold);
  world.clock.advanceDays(1);
  const during = await givenVerifiedDeal(world, partner);
  await setTerms(gold, 2500, { effectiveFrom: addDays(world.clock.now(), 2) });
  const stillOld = await givenVerifiedDeal(world, partner);
  world.clock.advanceDays(3);
  const later = await givenVerifiedDeal(world, partner);
  const [engagement] = (await manager.partners.get({ id: partner.partnerId })).engagements;
  expect(engagement?.inForce).toMatchObject({ source: 'group', name: 'Gold dust', groupId: gold });
  const portal = await world.asPartner(partner.email);
  const [own] = (await portal.portalProfile.get()).engagements;
  expect(own?.inForce.why).toMatch(/^From group Gold dust/);
  expect(own?.sentence).toMatch(/25 %/);
  await move(partner, null);
  world.clock.advanceDays(1);
  const after = await givenVerifiedDeal(world, partner);
  expect(await Promise.all([before, during, stillOld, later, after].map(baseRateOf))).toEqual([
    1500, 2200, 2200, 2500, 1500,
  ]);
});

test('what was agreed for the engagement stays before the group', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Own terms');
  await setTerms(gold, 2200);
  await move(partner, gold);
  await manager.partners.updateTerms({
    engagementId: partner.engagementId,
    version: 1,
    name: 'Launch',
    terms: channel(2900),
    reason: 'First project',
  });
  const [engagement] = (await manager.partners.get({ id: partner.partnerId })).engagements;
  expect(engagement?.inForce).toMatchObject({ source: 'engagement', name: 'Launch' });
});

test('terms of a group lie in the range of the type; outside goes only an administrator who insists, and no one past the law', async () => {
  const id = await newGroup('Bounds');
  await expect(setTerms(id, 3100)).rejects.toThrow(/from 10 % to 30 %/);
  const wish = {
    id,
    version: await versionOf(id),
    partnerTypeCode: 'channel',
    terms: channel(3100),
    reason: 'Tower sale',
  };
  await expect(manager.partnerGroups.overrideTerms(wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await admin.partnerGroups.overrideTerms(wish);
  expect((await manager.partnerGroups.get({ id })).terms).toMatchObject([
    { outsideRange: true, reason: 'Tower sale', setByName: 'admin person' },
  ]);
  await expect(
    admin.partnerGroups.overrideTerms({
      ...wish,
      version: await versionOf(id),
      partnerTypeCode: 'lender',
      terms: channel(100),
    }),
  ).rejects.toThrow(/regulated/);
});

test('the deciding deal moves its partner once, with the evidence, however many evaluate at once', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Race');
  await givenVerifiedDeal(world, partner);
  world.clock.advanceDays(2);
  const deciding = await givenVerifiedDeal(world, partner);
  await switchOn(gold, deals(2n));
  await Promise.all([
    ...Array.from({ length: 20 }, () => applyRules(world.system, partner.partnerId)),
    applyAllRules(world.system),
  ]);
  const moves = await movesOf(partner);
  expect(moves).toHaveLength(1);
  expect(moves[0]).toMatchObject({
    to: { name: 'Race' },
    from: null,
    cause: 'rule',
    reversible: true,
    explanation: expect.stringMatching(/^2 verified deals since .+ asks for 2 verified deals within 90 days/),
  });
  expect(moves[0]?.dealIds[0]).toBe(deciding);
  await world.settle();
  await world.tick();
  expect(await movesOf(partner)).toHaveLength(1);
  const told = await world.mailsTo(partner.email);
  expect(told.filter(({ template }) => template === 'group-changed')).toHaveLength(1);
  await switchOff(gold, deals(2n));
});

test('the deal that decides earns by the terms before the move it causes', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Deciding');
  await setTerms(gold, 2200);
  await switchOn(gold, deals(1n));
  const first = await givenVerifiedDeal(world, partner);
  expect(await groupOf(partner)).toBe('Deciding');
  world.clock.advanceMinutes(1);
  const second = await givenVerifiedDeal(world, partner);
  expect(await Promise.all([first, second].map(baseRateOf))).toEqual([1500, 2200]);
  await switchOff(gold, deals(1n));
});

test('a move that staff take back is not made again on the same evidence, only on as much that is new', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Taken back');
  await givenVerifiedDeal(world, partner);
  await givenVerifiedDeal(world, partner);
  await switchOn(gold, deals(2n));
  await world.tick();
  const [made] = await movesOf(partner);
  expect(await groupOf(partner)).toBe('Taken back');
  const takeBack = () =>
    manager.partnerGroups.reverse({ moveId: made?.id ?? '', reason: 'Two halves of one deal' });
  const results = await Promise.allSettled([takeBack(), takeBack()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  world.clock.advanceDays(1);
  await world.tick();
  await givenVerifiedDeal(world, partner);
  expect(await groupOf(partner)).toBeNull();
  await givenVerifiedDeal(world, partner);
  expect(await groupOf(partner)).toBe('Taken back');
  await switchOff(gold, deals(2n));
});

test('the preview names who would move, and switching on moves exactly those', async () => {
  const [near, far] = [await channelPartner(), await channelPartner()];
  for (let n = 0; n < 3; n++) await givenVerifiedDeal(world, near, { currency: 'SGD', valueMinor: 100_00n });
  await givenVerifiedDeal(world, far, { currency: 'SGD', valueMinor: 100_00n });
  const gold = await newGroup('Preview');
  const rule = { ...deals(300_00n), measure: 'verified_value' as const, currency: 'SGD' };
  const preview = await manager.partnerGroups.previewRule({
    ...rule,
    threshold: String(rule.threshold),
    id: gold,
  });
  expect(preview).toMatchObject({
    total: 1,
    rows: [{ partnerId: near.partnerId, counted: 'SGD 300.00 of verified deals' }],
  });
  expect(await groupOf(near)).toBeNull();
  await manager.partnerGroups.setRule({ ...rule, id: gold, version: await versionOf(gold), enabled: true });
  await world.tick();
  expect(await groupOf(near)).toBe('Preview');
  expect(await groupOf(far)).toBeNull();
});

test('of many partners those that cannot move say why, and list, filter and file show where the others are', async () => {
  const [one, other] = [await channelPartner(), await givenActivePartner(world, { status: 'terminated' })];
  const circle = await newGroup('Circle', { partnerTypeCode: 'channel' });
  const broker = await givenActivePartner(world);
  const ids = [one.partnerId, other.partnerId, broker.partnerId];
  const { results } = await manager.partnerGroups.move({ ids, groupId: circle, reason: 'Asked for it' });
  expect(results).toMatchObject([
    { ok: true },
    { ok: false, message: expect.stringMatching(/terminated/) },
    { ok: false, message: expect.stringMatching(/Circle is for Channel partner only/) },
  ]);
  const listed = await manager.partners.list({ group: circle });
  expect(listed.rows).toMatchObject([{ id: one.partnerId, groupName: 'Circle' }]);
  const none = await manager.partners.list({ group: 'none', limit: 100 });
  expect(none.rows.map(({ id }) => id)).not.toContain(one.partnerId);
  expect((await manager.partners.exportPage({ group: circle })).rows).toMatchObject([
    { groupName: 'Circle' },
  ]);
  const late = await move(one, null, { from: null });
  expect(late.results).toMatchObject([{ ok: false, message: expect.stringMatching(/in the meantime/) }]);
});

test('of two who move a partner at once both moves stand one after the other, and a group with members is not closed', async () => {
  const partner = await channelPartner();
  const [left, right] = [await newGroup('Left'), await newGroup('Right')];
  await Promise.all([move(partner, left), move(partner, right)]);
  const moves = await movesOf(partner);
  expect(moves).toHaveLength(2);
  expect(moves[0]?.from?.id).toBe(moves[1]?.to?.id);
  const here = moves[0]?.to?.id ?? '';
  const close = async (id: string) =>
    manager.partnerGroups.close({ id, version: await versionOf(id), reason: 'Not needed' });
  await expect(close(here)).rejects.toThrow(/One partner is in this group/);
  const gone = here === left ? right : left;
  await close(gone);
  expect((await move(partner, gone)).results).toMatchObject([
    { ok: false, message: expect.stringMatching(/is closed/) },
  ]);
});

test('closing a group while a partner comes to it: never a member of a closed group', async () => {
  for (let n = 0; n < 5; n++) {
    const partner = await channelPartner();
    const id = await newGroup(`Closing ${n}`);
    await Promise.allSettled([
      manager.partnerGroups.close({ id, version: 1, reason: 'Not needed' }),
      move(partner, id),
    ]);
    const group = await manager.partnerGroups.get({ id });
    expect(group.closedAt !== null && group.members > 0).toBe(false);
  }
});

test('a partner hears what changes for it and no deal; of other partners and of rules it reads nothing', async () => {
  const partner = await channelPartner();
  const stranger = await channelPartner();
  const gold = await newGroup('Told', { description: 'Our best' });
  await setTerms(gold, 2200);
  await move(partner, gold, { reason: 'Internal words' });
  await world.settle();
  const [mail] = await world.mailsTo(partner.email);
  expect(mail).toMatchObject({ subject: 'You are in the group Told now' });
  expect(mail?.body).toMatch(/22 %.*Before:.*15 %/s);
  expect(mail?.body).not.toMatch(/Internal words|del_/);
  const portal = await world.asPartner(partner.email);
  expect((await portal.inbox.list({})).rows[0]).toMatchObject({ title: 'You are in the group Told now' });
  expect(
    JSON.stringify(await portal.portalProfile.get(), (_k, v) => (typeof v === 'bigint' ? `${v}` : v)),
  ).not.toMatch(/Internal words/);
  const seen = (partnerId: string, table: string) =>
    world.db.scopedSql({ audience: 'partner', partnerId }, (sql) => sql.unsafe(`select * from ${table}`));
  for (const table of [
    'partner_groups',
    'partner_group_terms',
    'partner_group_moves',
    'partner_group_rules',
  ]) {
    expect(await seen(stranger.partnerId, table), table).toHaveLength(0);
  }
  expect(await seen(partner.partnerId, 'partner_group_moves')).toHaveLength(1);
  expect(await seen(partner.partnerId, 'partner_group_rules')).toHaveLength(0);
});

test('members hear of new terms of their group once, from which day, and only those for whom something changes', async () => {
  const member = await channelPartner();
  const withOwnTerms = await channelPartner();
  const stranger = await channelPartner();
  const gold = await newGroup('Heard');
  await move(member, gold);
  await move(withOwnTerms, gold);
  await manager.partners.updateTerms({
    engagementId: withOwnTerms.engagementId,
    version: 1,
    name: 'Launch',
    terms: channel(2900),
    reason: 'First project',
  });
  await world.settle();
  const termsMails = async ({ email }: GivenPartner) =>
    (await world.mailsTo(email)).filter(({ subject }) => subject.startsWith('The terms of your group'));

  await setTerms(gold, 2200, { reason: 'Internal words' });
  await world.settle();
  const [mail] = await termsMails(member);
  expect(mail).toMatchObject({ subject: 'The terms of your group Heard have changed' });
  expect(mail?.body).toMatch(/22 %.*Before:.*15 %/s);
  expect(mail?.body).not.toMatch(/Internal words/);

  await setTerms(gold, 2500, { effectiveFrom: addDays(world.clock.now(), 9) });
  await world.settle();
  await world.settle();
  const subjects = (await termsMails(member)).map(({ subject }) => subject);
  expect(subjects).toHaveLength(2);
  expect(subjects.join()).toMatch(/The terms of your group Heard change on \w+ \d+, \d{4}/);
  expect(await termsMails(withOwnTerms)).toHaveLength(0);
  expect(await termsMails(stranger)).toHaveLength(0);
});

test('moves and terms of groups are never rewritten, not even by staff', async () => {
  const partner = await channelPartner();
  const gold = await newGroup('Written');
  await setTerms(gold, 2200);
  await move(partner, gold);
  for (const table of ['partner_group_moves', 'partner_group_terms']) {
    for (const act of [`update ${table} set reason = 'x'`, `delete from ${table}`]) {
      await expect(
        world.db.scopedSql({ audience: 'staff' }, (sql) => sql.unsafe(act)),
        act,
      ).rejects.toThrow(/permission denied/);
    }
  }
});

test('of many editors at once one wins, and the deals a reversed deal took away no longer count', async () => {
  const gold = await newGroup('Editors');
  const version = await versionOf(gold);
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) =>
      manager.partnerGroups.setRule({ ...deals(BigInt(50 + n)), id: gold, version, enabled: false }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const partner = await channelPartner();
  const lead = await givenQualifiedLead(world, { referredBy: partner });
  const { id } = await manager.deals.report({
    leadId: lead.leadId,
    valueMinor: 1_00n,
    currency: 'GBP',
    closedAt: world.clock.now(),
  });
  await manager.deals.verify({ id });
  await manager.deals.reverse({ id, reason: 'Withdrawn' });
  const rule = { ...deals(1n), measure: 'verified_value' as const, currency: 'GBP' };
  expect(
    (await manager.partnerGroups.previewRule({ ...rule, threshold: String(rule.threshold), id: gold })).total,
  ).toBe(0);
});
