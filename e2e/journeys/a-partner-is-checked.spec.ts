import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

test('a complaint is recorded and resolved, and stays as it was resolved', async ({ house }) => {
  const coordinator = await house.staff('coordinator');
  const bank = await house.partnerLike(coordinator, 'Straits');
  const body = `Called three times in one evening ${Date.now()}`;
  await open(coordinator, urlOf('admin', `/partners/${bank.id}`));
  await expectPage(coordinator, bank.name);

  await coordinator.getByRole('button', { name: 'Record complaint' }).click();
  const form = coordinator.getByRole('dialog');
  await form.getByRole('button', { name: 'Record' }).click();
  await expect(form.getByLabel('From')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('From').selectOption({ label: 'Client' });
  await form.getByLabel('About').selectOption({ label: 'Conduct' });
  await form.getByLabel('Severity').selectOption({ label: 'High' });
  await form.getByLabel('What happened').fill(body);
  await expectAccessible(coordinator);
  await form.getByRole('button', { name: 'Record' }).click();
  await expect(form).toBeHidden();
  const complaint = coordinator.getByRole('listitem').filter({ hasText: body });
  await expect(complaint.getByText('Open', { exact: true })).toBeVisible();

  await complaint.getByRole('button', { name: /^Resolve the complaint about / }).click();
  await form.getByLabel('It came to').selectOption({ label: 'Partly upheld' });
  await form.getByLabel('What was done').fill('Agreed on calls between nine and six.');
  await expectAccessible(coordinator);
  await form.getByRole('button', { name: 'Resolve' }).click();
  await expect(form).toBeHidden();
  await expect(complaint.getByText('Agreed on calls between nine and six.')).toBeVisible();
  await expect(complaint.getByRole('button')).toHaveCount(0);
});

test('a yearly check is answered point by point, and closed with what is done about the one that is not fine', async ({
  house,
}) => {
  const manager = await house.staff('manager');
  const { rows } = await house.ask<{ rows: { partnerId: string; partnerName: string; year: number }[] }>(
    manager,
    'admin',
    'yearlyChecks.list',
    { state: 'open' },
  );
  const [check] = rows;
  if (!check) throw new Error('the demo has no open check');
  await open(manager, urlOf('admin', `/partners/${check.partnerId}`));
  await expectPage(manager, check.partnerName);
  const items = manager.getByRole('list', { name: `Items of year ${check.year}` });
  const form = manager.getByRole('dialog');
  const waiting = items.getByRole('button', { name: /^(Answer|Change): / });

  for (let n = 0; n < (await waiting.count()); n++) {
    await waiting.nth(n).click();
    if (n === 0) {
      await form.getByRole('radio', { name: 'Not fine' }).check();
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form.getByLabel('Note')).toHaveAttribute('aria-invalid', 'true');
      await form.getByLabel('Note').fill('The old wording is on the second form.');
      await expectAccessible(manager);
    } else await form.getByRole('radio', { name: 'Fine', exact: true }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
  }
  await expect(items.getByText('The old wording is on the second form.')).toBeVisible();

  await manager.getByRole('button', { name: 'Close check' }).click();
  await form.getByLabel('What is done about it').fill('The form is printed anew by Friday.');
  await expectAccessible(manager);
  await form.getByRole('button', { name: 'Close check' }).click();
  await expect(form).toBeHidden();
  await expect(manager.getByText(new RegExp(`^Year ${check.year}, closed .*not fine`))).toBeVisible();
});
