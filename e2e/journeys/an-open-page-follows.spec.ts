import { confirm, type House, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const broker = { name: 'Al Ofuq Brokers', email: 'salem@alofuq.test' };

/** A coordinator notes a client, records that brokers may see the budget, and shares the lead. */
async function shareNewLead(house: House, name: string): Promise<void> {
  const coordinator = await house.staff('coordinator');
  await open(coordinator, urlOf('admin', '/leads/new'));
  await coordinator.getByLabel('Name', { exact: true }).fill(name);
  await coordinator.getByLabel('E-mail').fill(newAddress('follows'));
  await coordinator.getByLabel('Region').selectOption('AE');
  await coordinator.getByLabel('Budget up to').fill('900000');
  await coordinator.getByLabel('Place').fill('Marina');
  await coordinator.getByRole('button', { name: 'Add lead' }).click();
  await coordinator.getByRole('button', { name: 'Record consent' }).click();
  const form = coordinator.getByRole('dialog');
  await form.getByLabel('To whom').selectOption({ label: 'Any broker' });
  await form.getByLabel('Budget', { exact: true }).check();
  await form.getByLabel('Evidence').fill('Said so on the phone.');
  await form.getByRole('button', { name: 'Record decision' }).click();
  await expect(form).toBeHidden();
  await confirm(coordinator, 'Mark contacted');
  await confirm(coordinator, 'Qualify');
  await coordinator.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = coordinator.getByRole('dialog');
  await sheet.getByRole('button', { name: `Choose ${broker.name}` }).click();
  await sheet.getByRole('button', { name: 'Share lead' }).click();
  await expect(sheet).toBeHidden();
}

test('staff share a lead, and the list and the bell of the partner follow without being loaded again', async ({
  house,
}) => {
  test.setTimeout(360_000);
  const partner = await house.signedIn('partner', broker.email);
  await open(partner, urlOf('partner', '/leads'));
  const bell = partner.getByRole('button', { name: /^Notifications/ });
  const unread = async () =>
    Number(/(\d+) unread/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0);
  await expect(bell).toBeVisible();
  await partner.waitForTimeout(1500);
  const before = await unread();
  const rows = await partner.locator('main a[href^="/leads/shr_"]').count();
  await partner.evaluate(() => {
    Object.assign(window, { sameDocument: true });
  });

  await shareNewLead(house, `Follows ${newAddress('x').slice(2, 10)}`);

  await expect.poll(unread, { timeout: 10_000 }).toBe(before + 1);
  await expect
    .poll(() => partner.locator('main a[href^="/leads/shr_"]').count(), { timeout: 10_000 })
    .toBeGreaterThan(rows);
  expect(await partner.evaluate(() => 'sameDocument' in window)).toBe(true);

  await bell.click();
  const list = partner.getByRole('list', { name: 'Newest notifications' });
  await expect(list.getByText('A new lead waits for your answer').first()).toBeVisible();
  await expectAccessible(partner);
  await list.getByRole('link').first().click();
  await expect(partner).toHaveURL(/\/leads\/shr_/);
  await expect.poll(unread, { timeout: 10_000 }).toBe(before);
});

test('everybody finds what they were told, and chooses how', async ({ house }) => {
  test.setTimeout(360_000);
  for (const [app, page] of [
    ['admin', await house.staff('admin')],
    ['partner', await house.signedIn('partner', broker.email)],
    ['patient', await house.signedIn('patient', 'maya@mail.test')],
  ] as const) {
    await open(page, urlOf(app, '/notifications'));
    await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
    await expectAccessible(page);
    await open(page, urlOf(app, '/notifications/settings'));
    await expect(page.getByText('Always sent', { exact: true })).toBeVisible();
    await expectAccessible(page);
  }
});
