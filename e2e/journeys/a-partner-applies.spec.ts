import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const pdf = {
  name: 'Trade licence.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 licence'),
};

test('an application goes on in another browser, reaches staff with advice and its files, and is rejected with a day to come back', async ({
  house,
}) => {
  const stamp = Date.now();
  const company = `Quayside Partners ${stamp}`;
  const email = `nadia-${stamp}@quayside-${stamp}.test`;

  const desk = await house.visitor();
  await open(desk, urlOf('partner', '/apply?type=attorney'));
  await desk.getByLabel('All of the United States').check();
  await desk.getByLabel('Company name').fill(company);
  await desk.getByLabel('Files to attach').setInputFiles(pdf);
  await expect(desk.getByText('Trade licence.pdf')).toBeVisible();
  await desk.getByLabel('Send me a link to').fill(email);
  await desk.getByRole('button', { name: 'Send link' }).click();
  await expect(desk.getByText('The link is on its way')).toBeVisible();
  await expectPage(desk, 'Apply to become a partner');

  const phone = await house.visitor();
  const letter = await house.mailTo(email, 'continue-application');
  await open(phone, letter.link('/apply/continue/'));
  await expectPage(phone, 'Continue your application');
  await phone.getByRole('button', { name: 'Continue here' }).click();
  await phone.waitForURL(urlOf('partner', '/apply'));
  await expectPage(phone, 'Apply to become a partner');
  await expect(phone.getByLabel('Company name')).toHaveValue(company);
  await expect(phone.getByText('Trade licence.pdf')).toBeVisible();
  await phone.getByLabel('Your name').fill('Nadia Farouk');
  await phone.getByLabel('Years in practice').selectOption('6–15');
  await phone.getByRole('button', { name: 'Send application' }).click();
  await expectPage(phone, 'One step left: check your mail');

  const proof = await house.mailTo(email, 'confirm-application');
  await open(phone, proof.link('/apply/confirm/'));
  await phone.getByRole('button', { name: 'Confirm and send' }).click();
  await expectPage(phone, 'Your application is with us');

  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/applications'));
  await expectPage(manager, 'Applications');
  await manager.getByRole('link', { name: company }).click();
  await expectPage(manager, company);
  await expect(manager.getByText(/needs a credential and no number/)).toBeVisible();
  const download = manager.waitForEvent('download');
  await manager.getByRole('link', { name: 'Trade licence.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('Trade licence.pdf');

  await manager.getByRole('button', { name: 'Reject' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('Reason, for us').fill('No licence number, and the address is a parking lot.');
  await dialog.getByLabel('Words for the applicant').fill('Send us your licence with the next application.');
  await expectAccessible(manager);
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.getByText('Rejected').first()).toBeVisible();

  const no = await house.mailTo(email, 'application-rejected');
  expect(no.body).toContain('Send us your licence with the next application.');
  expect(no.body).toMatch(/You can apply again from \d+ \w+ \d{4} on/);
  expect(no.html).not.toContain('parking lot');
});

test('staff see what the rules advise and change them', async ({ house }) => {
  const admin = await house.staff('admin');
  await open(admin, urlOf('admin', '/applications/rules'));
  await expectPage(admin, 'Review rules');
  const rule = admin.getByRole('switch', { name: 'The address is of a free provider' });
  await rule.click();
  await expect(admin.getByText('Rule saved').first()).toBeVisible();
  await expect(rule).toBeChecked();
  await rule.click();
  await expect(rule).not.toBeChecked();
});

test('whoever is invited is compared with those we know', async ({ house }) => {
  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/partners/invite'));
  await manager.getByLabel('Company').fill('HARBOUR GATE REALTY, L.L.C.');
  await expect(manager.getByText('We may know them already')).toBeVisible();
  await expect(manager.getByRole('link', { name: 'Harbour Gate Realty', exact: true })).toBeVisible();
  await expectPage(manager, 'Invite a partner');
});
