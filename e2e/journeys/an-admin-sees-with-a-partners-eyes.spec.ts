import { DEMO_PASSWORD, demoStaff } from '../../packages/api/src/demo/people.ts';
import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, signIn, urlOf } from '../support/index.ts';

const partner = { name: 'Lakeside Attorneys', email: 'nora@lakesidelaw.test' };

test('an admin sees the portal as a partner, read only, and the partner reads that it happened', async ({
  house,
}) => {
  test.setTimeout(240_000);
  const reason = `You asked about an introduction ${Date.now().toString(36)}`;
  // Signed in anew: such a look takes a password of a moment ago.
  const admin = await house.visitor();
  await signIn(admin, 'admin', demoStaff[0].email, DEMO_PASSWORD);
  const { id } = await house.partnerLike(admin, partner.name);
  await open(admin, urlOf('admin', `/partners/${id}`));
  await expectPage(admin, partner.name);
  await admin.getByRole('button', { name: 'View as partner' }).click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Reason').fill(reason);
  await expectAccessible(admin);
  await form.getByRole('button', { name: 'Continue' }).click();
  const opened = admin.context().waitForEvent('page');
  await form.getByRole('link', { name: 'Open the portal' }).click();

  const portal = await opened;
  await expectPage(portal, `See the portal as ${partner.name}`);
  await portal.getByRole('button', { name: 'See the portal' }).click();
  await portal.waitForURL(urlOf('partner', '/home'));
  await expectPage(portal, /./);
  await open(portal, urlOf('partner', '/leads'));
  await expectPage(portal, 'Leads');
  const notice = portal.getByRole('alert').filter({ hasText: partner.name });
  await expect(notice).toContainText(reason);
  await expect(notice).toContainText(demoStaff[0].name);
  const write = await portal.request.post(urlOf('partner', '/api/trpc/links.create'), {
    headers: { origin: urlOf('partner') },
    data: { json: { campaign: 'spring' } },
  });
  expect(write.status()).toBe(403);

  const nora = await house.signedIn('partner', partner.email);
  await open(nora, urlOf('partner', '/security'));
  const entry = nora.getByRole('listitem').filter({ hasText: reason });
  await expect(entry).toContainText(demoStaff[0].name);
  await expect(entry).toContainText('Looks now');
  await notice.getByRole('button', { name: 'Leave' }).click();
  await expectPage(portal, /^You have left/);
  await nora.reload();
  await expect(entry).toContainText(/minutes?$/);
  await expectPage(nora, 'Security');
});
