import { confirm, expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const agent = { name: 'Konkan Estates', email: 'meera@konkanestates.test' };
const certificate = {
  name: 'RERA certificate 2031.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 certificate'),
};

test('an expired RERA number keeps a lead from its partner with the reason; staff verify the renewed one, and the lead goes', async ({
  house,
}) => {
  test.setTimeout(240_000);
  const coordinator = await house.staff('coordinator');
  const { rows } = await house.ask<{ rows: { id: string }[] }>(coordinator, 'admin', 'leads.list', {
    search: 'rohan.kulkarni@mail.test',
    limit: 1,
  });
  await open(coordinator, urlOf('admin', `/leads/${rows[0]?.id}`));
  await expectPage(coordinator, 'Rohan Kulkarni');
  await coordinator.getByRole('button', { name: 'Share', exact: true }).click();
  const sheet = coordinator.getByRole('dialog');
  const candidate = sheet.getByRole('listitem').filter({ hasText: agent.name });
  await expect(candidate).toContainText(/Not now: its RERA number expired on/);
  await expect(candidate).toContainText('Not possible');
  await expectAccessible(coordinator);

  const owner = await house.signedIn('partner', agent.email);
  await open(owner, urlOf('partner', '/profile'));
  await expectPage(owner, 'Profile & coverage');
  await expect(owner.getByText(/the one on file has expired/)).toBeVisible();
  await owner.getByRole('button', { name: 'Add credential' }).click();
  const form = owner.getByRole('dialog');
  await form.getByLabel('Number').fill('A52000099001');
  await form.getByLabel('Issued by').fill('MahaRERA');
  await form.getByLabel('Valid until').fill('2031-05-31');
  await form.getByLabel('Document (optional)').setInputFiles(certificate);
  await expectAccessible(owner);
  await form.getByRole('button', { name: 'Send for checking' }).click();
  await expect(form).toBeHidden();
  await expect(owner.getByText('Being checked')).toBeVisible();
  await expect(owner.getByRole('link', { name: certificate.name })).toBeVisible();

  const manager = await house.staff('manager');
  await open(manager, urlOf('admin', '/credentials'));
  await expectPage(manager, 'Credentials');
  await manager.getByRole('link', { name: agent.name }).click();
  await expectPage(manager, agent.name);
  const download = manager.waitForEvent('download');
  await manager.getByRole('link', { name: certificate.name }).click();
  expect((await download).suggestedFilename()).toBe(certificate.name);
  await confirm(manager, 'Verify RERA number A52000099001', 'Verify');
  await expect(manager.getByText('Renewed')).toBeVisible();

  await coordinator.reload();
  await coordinator.getByRole('button', { name: 'Share', exact: true }).click();
  await sheet.getByRole('button', { name: `Choose ${agent.name}` }).click();
  await sheet.getByRole('button', { name: 'Share lead' }).click();
  await expect(sheet).toBeHidden();
  await expect(coordinator.getByRole('link', { name: agent.name })).toBeVisible();

  const told = await house.mailTo(agent.email, 'notification');
  expect(told.subject).toContain('We verified RERA number A52000099001');
});
