import type { Page } from '@playwright/test';
import { confirm, expectPage, type House, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const PASSWORD = 'seven lanterns on the quay';

/** Applies in the portal, is approved in admin, follows the invitation, sets a password, accepts the agreement. */
async function becomePartner(house: House, company: string, email: string): Promise<Page> {
  const applicant = await house.visitor();
  await open(applicant, urlOf('partner', '/'));
  await expectPage(applicant, /./);
  await open(applicant, urlOf('partner', '/apply'));
  await applicant.getByLabel('Partner type').selectOption({ label: 'Broker' });
  await applicant.getByLabel('United Arab Emirates').check();
  await applicant.getByLabel('Company name').fill(company);
  await applicant.getByLabel('Your name').fill('Salem Al Mansoori');
  await applicant.getByLabel('Work e-mail').fill(email);
  await applicant.getByLabel(/^Deals you closed/).selectOption('6–20');
  await expectPage(applicant, 'Apply to become a partner');
  await applicant.getByRole('button', { name: 'Send application' }).click();
  await expectPage(applicant, 'One step left: check your mail');
  const confirmation = await house.mailTo(email, 'confirm-application');
  await open(applicant, confirmation.link('/apply/confirm/'));
  await expectPage(applicant, 'Send your application');
  await applicant.getByRole('button', { name: 'Confirm and send' }).click();
  await expectPage(applicant, 'Your application is with us');

  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/applications'));
  await expectPage(manager, 'Applications');
  await manager.getByRole('link', { name: company }).click();
  await expectPage(manager, company);
  await confirm(manager, 'Approve');
  await expect(manager.getByText('Approved', { exact: true }).first()).toBeVisible();

  const invitation = await house.mailTo(email, 'partner-approved');
  await open(applicant, invitation.link('/invitation/'));
  await expectPage(applicant, `Set up the account of ${company}`);
  await applicant.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await applicant.getByRole('button', { name: 'Create account and sign in' }).click();
  await applicant.waitForURL(urlOf('partner', '/home'));
  await expectPage(applicant, /./);
  await open(applicant, urlOf('partner', '/agreement'));
  await expectPage(applicant, 'Agreement');
  await applicant.getByLabel('I have read the agreement and may accept it for my company').check();
  await applicant.getByRole('button', { name: 'Accept agreement' }).click();
  await applicant.waitForURL(urlOf('partner', '/home'));
  return applicant;
}

/** Refers a client through the form of its type; without the box nothing is sent. */
async function refer(partner: Page, name: string, email: string): Promise<void> {
  await open(partner, urlOf('partner', '/refer'));
  await partner.getByLabel('Client name').fill(name);
  await partner.getByLabel('Client e-mail').fill(email);
  await partner.getByLabel('How did they reach you?').selectOption({ label: 'In person' });
  await partner.getByLabel('Property type').selectOption({ label: 'Apartment' });
  await partner.getByLabel('Area or city').fill('Dubai Marina');
  await partner.getByRole('button', { name: 'Send referral' }).click();
  await expect(partner.getByText(/Tick the box/).first()).toBeVisible();
  await expectPage(partner, /./);
  await partner.getByLabel(/This person asked me to refer them/).check();
  await partner.getByRole('button', { name: 'Send referral' }).click();
  await expectPage(partner, 'Referral sent');
}

/** What a client tells us; nothing is allowed that is not ticked. */
async function fillWishes(client: Page): Promise<void> {
  await client.getByLabel('Where').selectOption({ label: 'Dubai, United Arab Emirates' });
  await client.getByLabel('City or area').fill('Dubai Marina');
  await client.getByLabel(/^From\b/).fill('800000');
  await client.getByLabel(/^To\b/).fill('1200000');
}

/** A box of what brokers may get. */
const toBrokers = (client: Page, part: string) =>
  client.getByRole('group', { name: 'Broker', exact: true }).getByLabel(part);

/** For staff it is a wish: nothing of it counts, and nothing can be shared. */
async function seeWaiting(house: House, client: { name: string; email: string }): Promise<void> {
  const coordinator = await house.staff('coordinator');
  await open(coordinator, urlOf('admin', `/leads?q=${encodeURIComponent(client.email)}`));
  await coordinator.getByRole('link', { name: client.name }).click();
  await expectPage(coordinator, client.name);
  await expect(coordinator.getByText('Not confirmed', { exact: true })).toBeVisible();
  await expect(coordinator.getByRole('note').filter({ hasText: 'Waits for the client' })).toContainText(
    'Broker: budget',
  );
  await expect(coordinator.getByText('The client has not agreed to anything.')).toBeVisible();
}

/** Opens the mail's page, looks at what it asks, and confirms with its button. */
async function confirmAddress(
  house: House,
  client: Page,
  email: string,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  const mail = await house.mailTo(email, 'confirm-referral');
  expect(mail.link('/confirm/')).toMatch(/\/confirm\/[0-9a-z]{32}$/);
  const reader = await house.visitor();
  await reader.setContent(mail.html);
  await expectAccessible(reader);
  await open(client, mail.link('/confirm/'));
  await expectPage(client, /^Hello/);
  await look();
  await client.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/** A coordinator qualifies the lead and records a deal; a manager verifies it. */
async function winDeal(house: House, client: { name: string; email: string }, value: string): Promise<void> {
  const coordinator = await house.staff('coordinator');
  await open(coordinator, urlOf('admin', `/leads?q=${encodeURIComponent(client.email)}`));
  await coordinator.getByRole('link', { name: client.name }).click();
  await expectPage(coordinator, client.name);
  await confirm(coordinator, 'Mark contacted');
  await confirm(coordinator, 'Qualify');
  await coordinator.getByRole('button', { name: 'Report deal' }).click();
  const form = coordinator.getByRole('dialog');
  await form.getByLabel('Deal value').fill(value);
  await form.getByRole('button', { name: 'Report deal' }).click();
  await coordinator.waitForURL(/\/deals\/del_/);
  await expectPage(coordinator, /./);

  const manager = await house.staff('manager');
  await open(manager, coordinator.url());
  await confirm(manager, 'Verify');
  await expect(manager.getByText('Verified', { exact: true }).first()).toBeVisible();
}

/** Finance approves everything of the partner and pays it in a batch that somebody else approved. */
async function payOut(house: House, company: string, reference: string): Promise<void> {
  const finance = await house.staff('finance');
  await open(finance, urlOf('admin', '/commissions?status=calculated'));
  await expectPage(finance, 'Commissions');
  const rows = finance.getByRole('row').filter({ hasText: company });
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await row.getByRole('checkbox').check();
  await confirm(finance, 'Approve selected', 'Approve');

  await open(finance, urlOf('admin', '/payouts'));
  await finance.getByRole('button', { name: 'New batch' }).click();
  await finance.getByLabel('Name', { exact: true }).fill(`Run for ${company}`);
  await expectAccessible(finance);
  await finance.getByRole('button', { name: 'Collect commissions' }).click();
  await expectPage(finance, `Run for ${company}`);
  await expect(finance.getByText('Somebody else has to approve this')).toBeVisible();

  const admin = await house.staff('admin');
  await open(admin, finance.url());
  await confirm(admin, 'Approve');
  await finance.reload();
  await confirm(finance, `Mark payout to ${company} as sent`, 'Mark as sent');
  await finance.getByRole('button', { name: `Mark payout to ${company} as paid` }).click();
  await finance.getByLabel('Transaction reference').fill(reference);
  await finance.getByRole('dialog').getByRole('button', { name: 'Mark as paid' }).click();
  await expect(finance.getByText(`Reference ${reference}.`)).toBeVisible();
  await expectPage(finance, `Run for ${company}`);
}

test('a partner applies, refers by form and by link, and is paid for the deals that follow', async ({
  house,
}) => {
  test.setTimeout(420_000);
  const email = newAddress('salem');
  const company = `Al Ofuq ${email.slice(6, 16)}`;
  const partner = await becomePartner(house, company, email);

  const maya = { name: 'Maya Fernandes', email: newAddress('maya') };
  await refer(partner, maya.name, maya.email);
  const client = await house.visitor();
  await confirmAddress(house, client, maya.email);
  await expectPage(client, 'Tell us what you need');
  expect(client.url()).toMatch(/\/intake\/[0-9a-z]{32}$/);
  await fillWishes(client);
  await client.getByLabel(/Tell the partner who referred me/).check();
  await client.getByRole('button', { name: 'Send', exact: true }).click();
  await expectPage(client, 'Thank you, we have everything');

  await open(partner, urlOf('partner', '/links'));
  await expectPage(partner, /./);
  const [link] = await house.ask<{ url: string; code: string }[]>(partner, 'partner', 'links.mine');
  const omar = { name: 'Omar Aziz', email: newAddress('omar') };
  const walkIn = await house.visitor();
  await open(walkIn, link?.url ?? '');
  expect(walkIn.url()).toBe(urlOf('patient', `/start/${link?.code}`));
  await expectPage(walkIn, new RegExp(`^${company} recommends`));
  await walkIn.getByLabel('Your name').fill(omar.name);
  await walkIn.getByLabel('E-mail').fill(omar.email);
  await fillWishes(walkIn);
  await toBrokers(walkIn, 'Budget, financing and payment').check();
  await walkIn.getByLabel(/Tell the partner who referred me/).check();
  await walkIn.getByRole('button', { name: 'Send', exact: true }).click();
  await expectPage(walkIn, 'Thank you, we sent you a mail');
  await seeWaiting(house, omar);
  // What was ticked counts only as it is confirmed: the outcome stays with the client after all.
  await confirmAddress(house, walkIn, omar.email, async () => {
    await expect(toBrokers(walkIn, 'Budget, financing and payment')).toBeChecked();
    await expect(toBrokers(walkIn, 'Name, e-mail, phone and location')).not.toBeChecked();
    await walkIn.getByLabel(/Tell the partner who referred me/).uncheck();
  });
  await expectPage(walkIn, 'Thank you, your address is confirmed');

  await winDeal(house, maya, '1000000');
  await winDeal(house, omar, '500000');
  const reference = `FT-${link?.code}`;
  await payOut(house, company, reference);

  await open(partner, urlOf('partner', '/referrals'));
  await expectPage(partner, /./);
  // The outcome shows where the client allowed it, and nowhere else.
  await expect(partner.getByRole('row').filter({ hasText: maya.email })).toContainText('Deal closed');
  await expect(partner.getByRole('row').filter({ hasText: 'Came by your link' })).toContainText(
    'We are working on it',
  );
  await partner.getByRole('link', { name: maya.name }).click();
  await expectPage(partner, maya.name);
  await open(partner, urlOf('partner', '/earnings'));
  await expectPage(partner, /./);
  await expect(partner.getByText('$180,000.00').or(partner.getByText('US$180,000.00')).first()).toBeVisible();
  await open(partner, urlOf('partner', '/earnings/payouts'));
  await expectPage(partner, /./);
  await expect(partner.getByText(reference)).toBeVisible();
  await open(partner, urlOf('partner', '/home'));
  await expectPage(partner, /./);

  const auditor = await house.staff('auditor');
  await open(auditor, urlOf('admin', '/ledger'));
  await expectPage(auditor, 'Ledger');
  const books = await house.ask<{ currencies: { differenceMinor: string }[] }>(
    auditor,
    'admin',
    'ledger.trialBalance',
  );
  for (const { differenceMinor } of books.currencies) expect(differenceMinor).toBe('0');
  await open(auditor, urlOf('admin', '/messages'));
  await auditor.getByRole('searchbox').fill(maya.email);
  await auditor.waitForURL((url) => url.search.includes(encodeURIComponent(maya.email)));
  await auditor.getByRole('link', { name: new RegExp(company) }).click();
  await expectPage(auditor, new RegExp(company));
  await auditor.getByRole('tab', { name: 'Plain text' }).click();
  await expect(auditor.getByText(/opt out/i)).toBeVisible();
});

test('a client opts out with a button and is never written to again, whoever refers it next', async ({
  house,
}) => {
  const address = newAddress('nadia');
  const salem = await house.signedIn('partner', 'salem@alofuq.test');
  await refer(salem, 'Nadia Rahman', address);
  const client = await house.visitor();
  await open(client, (await house.mailTo(address, 'confirm-referral')).link('/confirm/'));
  await confirm(client, 'Opt out', 'Opt out for good');
  await expectPage(client, 'You have opted out');
  const before = await house.mailsTo(address);

  const layla = await house.signedIn('partner', 'layla@harbourgate.test');
  await refer(layla, 'Nadia Rahman', address.toUpperCase());
  await layla.getByRole('link', { name: 'Follow this referral' }).click();
  await layla.waitForURL(/\/referrals\/ref_/);
  // Once the worker has dealt with it, and so would have written.
  await expect(async () => {
    await layla.reload();
    await expect(layla.getByText('Client opted out').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectPage(layla, /./);
  expect(await house.mailsTo(address)).toEqual(before);
  await open(salem, urlOf('partner', '/referrals'));
  await expect(salem.getByText(address)).toHaveCount(0);
});
