import type { Page } from '@playwright/test';
import { confirm, expectPage, type House, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

interface Deal {
  id: string;
  leadId: string | null;
  partnerId: string | null;
  partnerName: string | null;
}

interface Partner {
  status: string;
  groupName: string | null;
  engagements: { typeName: string; endedAt: string | null }[];
}

/** A reported deal of an active partner, on a lead that no other deal has closed. */
async function waitingDeal(house: House, manager: Page): Promise<{ deal: Deal; partner: Partner }> {
  const list = (status: string) =>
    house.ask<{ rows: Deal[] }>(manager, 'admin', 'deals.list', { status, limit: 100 });
  const closed = new Set((await list('verified')).rows.map(({ leadId }) => leadId));
  for (const deal of (await list('reported')).rows) {
    if (!deal.partnerId || closed.has(deal.leadId)) continue;
    const partner = await house.ask<Partner>(manager, 'admin', 'partners.get', { id: deal.partnerId });
    if (partner.status === 'active') return { deal, partner };
  }
  throw new Error('the demo has no deal to verify');
}

test('the deciding deal moves its partner up, the page says why, and staff take it back', async ({
  house,
}) => {
  const manager = await house.staff('manager');
  const { deal, partner } = await waitingDeal(house, manager);
  const type = partner.engagements.find(({ endedAt }) => endedAt === null)?.typeName ?? '';
  const group = `Platinum ${Date.now()}`;

  await open(manager, urlOf('admin', '/partner-groups'));
  await expectPage(manager, 'Partner groups');
  await manager.getByRole('button', { name: 'New group' }).click();
  await manager.getByLabel('Name', { exact: true }).fill(group);
  await manager.getByLabel('Rank').fill(String(100 + (Date.now() % 900)));
  await manager.getByLabel('For partners of').selectOption({ label: type });
  await expectAccessible(manager);
  await manager.getByRole('button', { name: 'Create group' }).click();
  await expectPage(manager, group);

  await manager.getByRole('button', { name: 'Add rule' }).click();
  await manager.getByLabel('At least').fill('1');
  await manager.getByLabel('Within').fill('1');
  await manager.getByRole('button', { name: 'See who would move now' }).click();
  await expect(manager.getByRole('status', { name: 'Who would move now' })).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole('button', { name: 'Save rule' }).click();
  await expect(manager.getByRole('dialog')).toBeHidden();
  await confirm(manager, 'Switch on');
  await expect(manager.getByText('On', { exact: true })).toBeVisible();

  await open(manager, urlOf('admin', `/deals/${deal.id}`));
  await confirm(manager, 'Verify');
  await expect(manager.getByText('Verified', { exact: true }).first()).toBeVisible();

  await expect(async () => {
    await open(manager, urlOf('admin', `/partners/${deal.partnerId}`));
    await expect(manager.getByRole('link', { name: group })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(
    manager.getByText(/^\d+ verified deals? since .+ asks for 1 verified deal within 1 day\./),
  ).toBeVisible();
  await expectPage(manager, deal.partnerName ?? '');
  await manager.getByRole('link', { name: group }).click();
  await expectPage(manager, group);
  // Deals of other stories may bring others here meanwhile.
  const member = manager
    .getByRole('table', { name: `Members of ${group}` })
    .getByRole('link', { name: deal.partnerName ?? '' });
  await expect(member).toBeVisible();

  await open(manager, urlOf('admin', `/partners/${deal.partnerId}`));
  await confirm(
    manager,
    `Take back the move of ${deal.partnerName}`,
    'Take back',
    'The contract is signed next month only.',
  );
  await expect(manager.getByText(/, taken back$/)).toBeVisible();
  await open(manager, urlOf('admin', '/partner-groups'));
  await manager.getByRole('link', { name: group }).click();
  await expectPage(manager, group);
  await expect(manager.getByRole('heading', { name: 'Members' })).toBeVisible();
  await expect(member).toHaveCount(0);
});

test('a partner moved to a group works on its terms and reads so, and one key press takes it out again', async ({
  house,
}) => {
  const manager = await house.staff('manager');
  const partner = await house.signedIn('partner', 'imran@movewell.test');
  const { name, engagements } = await house.ask<{ name: string; engagements: { typeName: string }[] }>(
    partner,
    'partner',
    'portalProfile.get',
  );
  const group = `Shared ${Date.now()}`;
  await open(manager, urlOf('admin', '/partner-groups'));
  await manager.getByRole('button', { name: 'New group' }).click();
  await manager.getByLabel('Name', { exact: true }).fill(group);
  await manager.getByLabel('Rank').fill(String(100 + (Date.now() % 900)));
  await manager.getByRole('button', { name: 'Create group' }).click();
  await expectPage(manager, group);

  await manager.getByRole('button', { name: 'Add terms' }).click();
  await manager.getByRole('menuitem', { name: engagements[0]?.typeName, exact: true }).click();
  const form = manager.getByRole('dialog');
  await form.getByLabel('Rate', { exact: true }).fill('11');
  await form.getByLabel('Reason').fill('Agreed with all of them');
  await expectAccessible(manager);
  await form.getByRole('button', { name: 'Save terms' }).click();
  await expect(form).toBeHidden();
  await expect(manager.getByText(/11 %/).first()).toBeVisible();

  await open(manager, urlOf('admin', `/partners?q=${encodeURIComponent(name)}`));
  await manager.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
  await manager.getByRole('button', { name: 'Move to group' }).click();
  await form.getByLabel('Group').selectOption({ label: group });
  await form.getByLabel('Reason').fill('Agreed by phone');
  await expectAccessible(manager);
  await form.getByRole('button', { name: 'Move' }).click();
  await expect(manager.getByText('1 partner moved')).toBeVisible();

  await open(partner, urlOf('partner', '/profile'));
  await expect(partner.getByText(`From group ${group}`, { exact: false }).first()).toBeVisible();

  await manager.keyboard.press('Control+z');
  await expect(manager.getByText('The partners are where they were')).toBeVisible();
  await open(partner, urlOf('partner', '/profile'));
  await expect(partner.getByText(`From group ${group}`, { exact: false })).toHaveCount(0);
});
