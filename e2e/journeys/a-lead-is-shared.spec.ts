import type { Page } from '@playwright/test';
import { confirm, expectPage, type House, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const broker = { name: 'Al Ofuq Brokers', email: 'salem@alofuq.test' };

interface Client {
  name: string;
  email: string;
  phone: string;
}

/** A coordinator notes a client who called, records what the client allows brokers, and qualifies the lead. */
async function addLead(house: House, client: Client, scopes: readonly string[]): Promise<Page> {
  const coordinator = await house.staff('coordinator');
  await open(coordinator, urlOf('admin', '/leads/new'));
  await coordinator.getByLabel('Name', { exact: true }).fill(client.name);
  await coordinator.getByLabel('E-mail').fill(client.email);
  await coordinator.getByLabel('Phone').fill(client.phone);
  await coordinator.getByLabel('Region').selectOption('AE');
  await coordinator.getByLabel('Budget up to').fill('1200000');
  await coordinator.getByLabel('Type of property').fill('Apartment');
  await coordinator.getByLabel('Place').fill('Palm Jumeirah');
  await coordinator.getByLabel('In their words').fill(`Please ask for ${client.name}.`);
  await expectPage(coordinator, /./);
  await coordinator.getByRole('button', { name: 'Add lead' }).click();
  await expectPage(coordinator, client.name);

  await coordinator.getByRole('button', { name: 'Record consent' }).click();
  const form = coordinator.getByRole('dialog');
  await form.getByLabel('To whom').selectOption({ label: 'Any broker' });
  for (const scope of scopes) await form.getByLabel(scope, { exact: true }).check();
  await form.getByLabel('Evidence').fill('Said so on the phone this morning.');
  await expectAccessible(coordinator);
  await form.getByRole('button', { name: 'Record decision' }).click();
  await expect(form).toBeHidden();
  await confirm(coordinator, 'Mark contacted');
  await confirm(coordinator, 'Qualify');
  return coordinator;
}

/** Chooses the broker; the preview is open. */
async function chooseBroker(coordinator: Page) {
  await coordinator.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = coordinator.getByRole('dialog');
  await sheet.getByRole('button', { name: `Choose ${broker.name}` }).click();
  const preview = sheet.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('Palm Jumeirah')).toBeVisible();
  await expectAccessible(coordinator);
  return { sheet, preview };
}

async function share(coordinator: Page): Promise<void> {
  const sheet = coordinator.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Share lead' }).click();
  await expect(sheet).toBeHidden();
  await expect(coordinator.getByRole('link', { name: broker.name })).toBeVisible();
}

/** The broker opens the lead from the mail that told it. */
async function openFromMail(house: House, before: number): Promise<Page> {
  await expect
    .poll(async () => (await offersTo(house)).length, {
      message: 'the mail that a lead waits',
      timeout: 20_000,
    })
    .toBe(before + 1);
  const partner = await house.signedIn('partner', broker.email);
  await open(partner, (await house.mailTo(broker.email, 'share-offered')).link('/leads/'));
  return partner;
}

const offersTo = async (house: House) =>
  (await house.mailsTo(broker.email)).filter(({ template }) => template === 'share-offered');

/** Accepts, works, and closes as won. */
async function win(partner: Page, value: string): Promise<void> {
  await confirm(partner, 'Accept lead');
  await confirm(partner, 'Start work');
  await partner.getByRole('button', { name: 'Close lead' }).click();
  const form = partner.getByRole('dialog');
  await form.getByRole('radio', { name: /^Won/ }).check();
  await form.getByLabel('Deal value').fill(value);
  await expectAccessible(partner);
  await form.getByRole('button', { name: 'Close lead' }).click();
  await expect(form).toBeHidden();
  await expect(partner.getByText('Deal you reported')).toBeVisible();
}

/** A manager verifies the deal of this client; gives the sum the broker earns. */
async function verifyDeal(house: House, client: Client): Promise<void> {
  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/deals?status=reported'));
  await expectPage(manager, 'Deals');
  await manager.getByRole('row').filter({ hasText: client.name }).getByRole('link').first().click();
  await confirm(manager, 'Verify');
  await expect(async () => {
    await manager.reload();
    await expect(manager.getByRole('table', { name: 'Commissions of this deal' })).toContainText(
      broker.name,
      {
        timeout: 1_000,
      },
    );
  }).toPass({ timeout: 20_000 });
  await expectPage(manager, /./);
}

// Both stories are about the same broker and count its mails.
test.describe.configure({ mode: 'serial' });

test('a coordinator shares what the preview shows; the partner wins the deal and earns', async ({
  house,
}) => {
  test.setTimeout(300_000);
  const email = newAddress('lina');
  const client = { name: `Lina Farouk ${email.slice(5, 13)}`, email, phone: '+971 50 123 4567' };
  const before = (await offersTo(house)).length;
  const coordinator = await addLead(house, client, ['Contact', 'Budget', 'Requirements']);
  const { preview } = await chooseBroker(coordinator);
  await expect(preview.getByText('Opens when the partner accepts the lead.').first()).toBeVisible();
  await expect(preview).not.toContainText(client.name);
  await preview.getByRole('tab', { name: 'After accepting' }).click();
  await expect(preview).toContainText(client.name);
  await share(coordinator);

  const partner = await openFromMail(house, before);
  await expectPage(partner, /./);
  await expect(partner.getByText(client.name)).toHaveCount(0);
  await win(partner, '1000000');
  await expectPage(partner, /./);
  await expect(partner.getByText(client.email).first()).toBeVisible();
  await verifyDeal(house, client);
  await open(partner, urlOf('partner', '/earnings'));
  await expectPage(partner, /./);
  await expect(partner.getByText(/120,000\.00/).first()).toBeVisible();
});

test('without consent for contact the client appears nowhere the partner looks', async ({ house }) => {
  test.setTimeout(300_000);
  const email = newAddress('zaphira.canary');
  const client = { name: 'Zaphira Canarysson', email, phone: '+971 50 424 2424' };
  const canary = /zaphira|canarysson|424 ?2424/i;
  const before = (await offersTo(house)).length;
  const coordinator = await addLead(house, client, ['Budget', 'Requirements']);
  const { sheet, preview } = await chooseBroker(coordinator);
  await expect(sheet.getByRole('checkbox', { name: /Name and contact/ })).toBeDisabled();
  await expect(preview).not.toContainText(canary);
  await preview.getByRole('tab', { name: 'After accepting' }).click();
  await expect(preview).not.toContainText(canary);
  await share(coordinator);

  const partner = await openFromMail(house, before);
  const lead = partner.url();
  await expect(partner.locator('body')).not.toContainText(canary);
  await win(partner, '900000');
  await expectPage(partner, /./);
  await verifyDeal(house, client);
  for (const url of [
    lead,
    ...['/home', '/leads', '/earnings', '/referrals'].map((path) => urlOf('partner', path)),
  ]) {
    await open(partner, url);
    // Also what the page carries without showing it.
    expect(await partner.content(), url).not.toMatch(canary);
  }
  const file = await partner.request.get(urlOf('partner', '/leads/export'));
  const csv = await file.text();
  expect(csv).toContain('Palm Jumeirah');
  expect(csv).not.toMatch(canary);
  for (const { id } of await house.mailsTo(broker.email)) {
    const mail = await house.ask<object>(await house.staff('admin'), 'admin', 'messages.get', { id });
    expect(JSON.stringify(mail)).not.toMatch(canary);
  }
});
