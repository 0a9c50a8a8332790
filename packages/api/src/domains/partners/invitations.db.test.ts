import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOvertaken } from '../../../test/given/overtaken.ts';
import { World } from '../../../test/given/world.ts';
import { lettersPerRecipient } from '../../auth/throttle.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const manager = () => world.asStaff('manager');
const visitor = () => world.visitor('partner');
const person = { name: 'Ravi Iyer', password: 'correct horse battery' };

let count = 0;
async function givenInvited(): Promise<{ id: string; email: string; token: string }> {
  count += 1;
  const email = `asked-${count}@partner.test`;
  const { id } = await (await manager()).partners.invite({
    name: `Asked ${count}`,
    contactName: 'Ravi Iyer',
    email,
    partnerTypeCode: 'broker',
    regions: ['AE'],
  });
  await world.settle();
  return { id, email, token: await world.linkSecret(email, '/invitation/') };
}
const listed = async (id: string) =>
  (await (await manager()).partners.invitations()).find((row) => row.partnerId === id);

test('the list tells who asked, until when the link works, and leaves whoever has an account', async () => {
  const { id, email, token } = await givenInvited();
  expect(await listed(id)).toMatchObject({ email, invitedByName: 'manager person', state: 'waiting' });
  world.clock.advanceDays(15);
  expect(await listed(id)).toMatchObject({ state: 'expired' });
  await expect(visitor().invitations.read({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await (await manager()).partners.resendInvitation({ id });
  expect(await listed(id)).toMatchObject({ state: 'sending' });
  await world.settle();
  expect(await listed(id)).toMatchObject({ state: 'waiting' });
  await visitor().invitations.accept({ ...person, token: await world.linkSecret(email, '/invitation/') });
  expect(await listed(id)).toBeUndefined();
});

test('sending again ends the earlier link at once, not only with the new letter', async () => {
  const { id, token } = await givenInvited();
  await (await manager()).partners.resendInvitation({ id });
  await expect(visitor().invitations.read({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an invitation taken back opens nothing, and a letter already on its way carries no way in', async () => {
  const { id, email, token } = await givenInvited();
  const staff = await manager();
  await staff.partners.resendInvitation({ id });
  await staff.partners.revokeInvitation({ id });
  await world.settle();
  for (const secret of [token, await world.linkSecret(email, '/invitation/')]) {
    await expect(visitor().invitations.accept({ ...person, token: secret })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  expect(await listed(id)).toMatchObject({ state: 'revoked' });
  await expect(staff.partners.revokeInvitation({ id })).rejects.toThrow(/taken back before/);
  await staff.partners.resendInvitation({ id });
  await world.settle();
  await visitor().invitations.accept({ ...person, token: await world.linkSecret(email, '/invitation/') });
});

test('a letter that was on its way when the address changed goes to the new one only', async () => {
  const { id, email } = await givenInvited();
  const staff = await manager();
  await staff.partners.resendInvitation({ id });
  await expect(
    runOvertaken(world, 'partners.send-invitation', () =>
      staff.partners.update({ id, email: `moved-${email}` }),
    ),
  ).rejects.toThrow(/meanwhile/);
  await world.settle();
  await visitor().invitations.accept({
    ...person,
    token: await world.linkSecret(`moved-${email}`, '/invitation/'),
  });
  const known = await world.owner`select email_normalised from accounts where partner_id = ${id}`;
  expect(known).toEqual([{ email_normalised: `moved-${email}` }]);
  expect(await world.mailsTo(email)).toHaveLength(1);
});

test('one mailbox gets only so many letters an hour', async () => {
  const { id } = await givenInvited();
  const staff = await manager();
  for (let n = 0; n < lettersPerRecipient.points; n++) await staff.partners.resendInvitation({ id });
  await expect(staff.partners.resendInvitation({ id })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('accepting and taking back at one moment: exactly one counts', async () => {
  for (let round = 0; round < 6; round++) {
    const { id, token } = await givenInvited();
    const staff = await manager();
    const outcomes = await Promise.allSettled([
      visitor().invitations.accept({ ...person, token }),
      // The password is hashed first: taking back waits about as long, so that they meet.
      new Promise((resolve) => setTimeout(resolve, round * 10)).then(() =>
        staff.partners.revokeInvitation({ id }),
      ),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await world.owner`select p.invitation_revoked_at is not null as revoked,
      exists (select from accounts a where a.partner_id = p.id) as joined from partners p where p.id = ${id}`;
    expect(row?.revoked).toBe(!row?.joined);
  }
});
