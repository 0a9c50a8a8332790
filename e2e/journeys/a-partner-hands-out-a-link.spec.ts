import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

test('a partner makes a link with an address of its own, sees its QR code, and the address leads on', async ({
  house,
}) => {
  const slug = `fair-${Date.now()}`;
  const partner = await house.signedIn('partner', 'layla@harbourgate.test');
  await open(partner, urlOf('partner', '/links'));
  await expectPage(partner, 'Links & codes');
  await partner.getByRole('button', { name: 'Create link' }).first().click();
  const form = partner.getByRole('dialog');
  await form.getByLabel('Campaign').fill('Spring fair');
  await form.getByLabel('Place').fill(slug);
  await form.getByLabel('Own address').fill(slug);
  await expectAccessible(partner);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  await partner.waitForURL(/\/links\/lnk_/);
  await expectPage(partner, `Spring fair · ${slug}`);
  await expect(partner.getByRole('img', { name: `QR code of Spring fair · ${slug}` })).toBeVisible();
  await expect(partner.getByLabel('Link', { exact: true })).toHaveValue(new RegExp(`/r/${slug}$`));

  const stranger = await house.visitor();
  await stranger.goto(urlOf('edge', `/r/${slug}`));
  await expectPage(stranger, /./);
});
