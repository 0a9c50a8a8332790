import { confirm, expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

test('past its grace a partner is led to the new agreement, reads its history, accepts, keeps a copy and works on', async ({
  house,
}) => {
  test.setTimeout(120_000);
  const owner = await house.signedIn('partner', 'tom@expatcompass.test');
  await open(owner, urlOf('partner', '/refer'));
  await expectPage(owner, 'Agreement');
  expect(owner.url()).toBe(urlOf('partner', '/agreement'));
  await expect(owner.getByText('This version has to be accepted before you go on')).toBeVisible();
  await open(owner, urlOf('partner', '/earnings'));
  await expect(owner.getByText(/is not accepted: nothing new can start/)).toBeVisible();
  await expectAccessible(owner);

  await owner.getByRole('link', { name: 'Read version 2' }).click();
  await owner.getByLabel('I have read the agreement and may accept it for my company').check();
  await owner.getByRole('button', { name: 'Accept agreement' }).click();
  await owner.waitForURL(urlOf('partner', '/home'));
  await expect(owner.getByText(/nothing new can start/)).toBeHidden();

  await open(owner, urlOf('partner', '/agreement'));
  await expect(owner.getByText('Tom Whitfield (owner)').first()).toBeVisible();
  const [copy] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('link', { name: 'PDF of version 2' }).click(),
  ]);
  expect(copy.suggestedFilename()).toBe('agreement-version-2.pdf');
  await open(owner, urlOf('partner', '/refer'));
  await expectPage(owner, /Refer/);
});

test('within its grace a partner works on under a banner, and staff see who owes the version', async ({
  house,
}) => {
  const owner = await house.signedIn('partner', 'grace@straitsbank.test');
  await open(owner, urlOf('partner', '/home'));
  await expect(owner.getByText(/There is a new version of the agreement/)).toBeVisible();
  await expectPage(owner, /^Welcome/);

  const admin = await house.staff('admin');
  await open(admin, urlOf('admin', '/agreements'));
  await expectPage(admin, 'Agreements');
  await admin.getByRole('link', { name: /^3: / }).click();
  await expectPage(admin, /version 3/);
  await expect(admin.getByRole('list', { name: 'Not accepted yet' })).toContainText('Straits Private Bank');
  await expect(admin.locator('ins')).toContainText('Gifts between us');

  await open(admin, urlOf('admin', '/agreements/edit'));
  await expectPage(admin, /draft/);
  await admin.getByLabel('Title').fill('Partnership agreement, revised');
  await admin.getByRole('button', { name: 'Save draft' }).click();
  await expectPage(admin, /revised, version 4/);
  await expect(admin.getByRole('button', { name: 'Publish' })).toBeVisible();
});

test('an expired RERA number keeps a lead from its partner, with the reason', async ({ house }) => {
  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/credentials?status=expired'));
  await expectPage(manager, 'Credentials');
  await manager.getByRole('link', { name: 'Konkan Estates' }).click();
  await expectPage(manager, 'Konkan Estates');
  await expect(manager.getByText('RERA number for India: expired')).toBeVisible();

  const coordinator = await house.staff('coordinator');
  const { rows } = await house.ask<{ rows: { id: string; status: string }[] }>(
    coordinator,
    'admin',
    'leads.list',
    { region: 'IN-MH', limit: 100 },
  );
  const lead = rows.find(({ status }) => ['new', 'contacted', 'qualified', 'in_progress'].includes(status));
  expect(lead, 'the demo has an open lead in Maharashtra').toBeDefined();
  await open(coordinator, urlOf('admin', `/leads/${lead?.id}`));
  await coordinator.getByRole('button', { name: 'Share', exact: true }).click();
  const row = coordinator.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Konkan Estates' });
  await expect(row).toContainText('has an expired credential');
  await expect(row).toContainText('Not possible');

  const owner = await house.signedIn('partner', 'meera@konkanestates.test');
  await open(owner, urlOf('partner', '/profile'));
  await expectPage(owner, 'Profile & coverage');
  await expect(owner.getByText(/the one on file has expired/)).toBeVisible();
  await owner.getByRole('button', { name: 'Add credential' }).click();
  const form = owner.getByRole('dialog');
  await form.getByLabel('Number').fill('A52000099001');
  await form.getByLabel('Issued by').fill('MahaRERA');
  await form.getByLabel('Valid until').fill('2031-05-31');
  await expectAccessible(owner);
  await form.getByRole('button', { name: 'Send for checking' }).click();
  await expect(owner.getByText('Being checked')).toBeVisible();

  await manager.reload();
  await confirm(manager, 'Refuse RERA number A52000099001', 'Refuse', 'The register shows another holder.');
  await owner.reload();
  await expect(owner.getByText('The register shows another holder.')).toBeVisible();
});
