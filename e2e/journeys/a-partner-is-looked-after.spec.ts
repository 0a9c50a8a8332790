import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

test('a lunch is recorded, and a gift beyond the limit is told with the sum left before anything is sent', async ({
  house,
}) => {
  const coordinator = await house.staff('coordinator');
  const bank = await house.partnerLike(coordinator, 'Straits');
  const note = `Talked about the spring fair ${Date.now()}`;
  await open(coordinator, urlOf('admin', `/partners/${bank.id}`));
  await expectPage(coordinator, bank.name);
  const add = coordinator.getByRole('button', { name: 'Add touchpoint' });
  const form = coordinator.getByRole('dialog');

  await add.click();
  await form.getByLabel('What', { exact: true }).selectOption({ label: 'Lunch' });
  await form.getByLabel('With whom').fill('Grace Lee');
  await form.getByLabel('Note').fill(note);
  await expectAccessible(coordinator);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(coordinator.getByText(note)).toBeVisible();

  await add.click();
  await form.getByLabel('What', { exact: true }).selectOption({ label: 'Gift' });
  await form.getByLabel('What we gave').fill('5000');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(
    form.getByText(/^Banker: SGD [\d.]+ of SGD 300\.00 is left for this partner in \d{4}/),
  ).toBeVisible();
  await expectAccessible(coordinator);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
});
