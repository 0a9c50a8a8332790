import { confirm, expectPage, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';
import { register } from '../support/patients.ts';

const agent = { name: 'Blue Keys Realty', email: 'jasmine@bluekeys.test' };

test('a group asks for an agent where one is available, is introduced, and the deal earns the agent', async ({
  house,
}) => {
  test.setTimeout(300_000);
  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/coverage?type=agent'));
  await expectPage(manager, 'Coverage');
  await manager.getByRole('button', { name: 'Set status of Singapore' }).click();
  const cover = manager.getByRole('dialog');
  await cover.getByRole('radio', { name: 'Available', exact: true }).check();
  await expectAccessible(manager);
  await cover.getByRole('button', { name: 'Save status' }).click();
  await expect(cover).toBeHidden();

  const rosa = { name: 'Rosa Delgado', email: newAddress('rosa') };
  const group = `Flat hunters ${rosa.email.slice(5, 13)}`;
  const patient = await house.visitor();
  await register(house, patient, rosa);
  await open(patient, urlOf('patient', '/professionals'));
  await patient.getByLabel('Where').selectOption({ label: 'Singapore' });
  await patient.getByRole('link', { name: 'Request an introduction: Real estate agent' }).click();
  await patient.waitForURL(/\/professionals\/new/);
  await patient.getByRole('button', { name: 'Create a group' }).first().click();
  const newGroup = patient.getByRole('dialog');
  await newGroup.getByLabel('Name of the group').fill(group);
  await newGroup.getByLabel('The others').fill('Boris\nCleo');
  await newGroup.getByRole('button', { name: 'Create group' }).click();
  await expect(newGroup).toBeHidden();
  await patient.getByLabel('What you need').fill('A flat for three friends near the park.');
  await patient.getByLabel('How many people decide').fill('3');
  await patient.getByLabel('Price to').fill('450000');
  await patient.getByLabel('When').selectOption({ label: 'Within 3 months' });
  await patient.getByRole('button', { name: 'Request introduction' }).click();
  await expect(patient.getByText(/Choose at least one thing/).first()).toBeVisible();
  await expectPage(patient, /./);
  await patient.getByLabel(/Your name, e-mail and phone/).check();
  await patient.getByLabel(/The price range/).check();
  await patient.getByRole('button', { name: 'Request introduction' }).click();
  await expectPage(patient, 'Real estate agent in Singapore');

  const coordinator = await house.staff('coordinator');
  await open(coordinator, urlOf('admin', '/introductions'));
  await expectPage(coordinator, 'Introductions');
  await coordinator.getByRole('link', { name: new RegExp(group) }).click();
  await expectPage(coordinator, group);
  await confirm(coordinator, `Match ${agent.name}`, 'Match');
  await confirm(coordinator, 'Send introduction');

  const toPatient = await house.mailTo(rosa.email, 'introduction-to-client');
  expect(toPatient.body).toContain(agent.name);
  await expect
    .poll(async () => (await house.mailTo(agent.email, 'introduction-to-partner')).body, { timeout: 20_000 })
    .toContain(rosa.email);
  const partner = await house.signedIn('partner', agent.email);
  await open(partner, (await house.mailTo(agent.email, 'introduction-to-partner')).link('/introductions/'));
  await expectPage(partner, /./);
  await expect(partner.getByText('450,000.00').first()).toBeVisible();
  await confirm(partner, 'We are connected', 'Yes, we are connected');
  await open(patient, toPatient.link('/professionals/'));
  await expect(patient.getByText(`Meet ${agent.name}`)).toBeVisible();
  await expectPage(patient, 'Real estate agent in Singapore');

  await coordinator.reload();
  await coordinator.getByRole('button', { name: 'Record outcome' }).click();
  const outcome = coordinator.getByRole('dialog');
  await outcome.getByRole('radio', { name: 'A deal was closed' }).check();
  await outcome.getByLabel('Deal value').fill('400000');
  await expectAccessible(coordinator);
  await outcome.getByRole('button', { name: 'Save outcome' }).click();
  await expect(outcome).toBeHidden();
  await coordinator.getByRole('link', { name: 'Deal', exact: true }).click();
  await coordinator.waitForURL(/\/deals\/del_/);

  await open(manager, coordinator.url());
  await confirm(manager, 'Verify');
  // 2 % of the price is the gross commission; half of it is the agent's.
  await expect(async () => {
    await manager.reload();
    await expect(manager.getByRole('table', { name: 'Commissions of this deal' })).toContainText('4,000.00', {
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await expectPage(manager, /./);
  await open(partner, urlOf('partner', '/earnings'));
  await expectPage(partner, /./);
  await expect(partner.getByText(/4,000\.00/).first()).toBeVisible();
});
