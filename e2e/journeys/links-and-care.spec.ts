import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { confirm, expectPage, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

test('a partner makes a link with a name, prints its code, and sees who came by it or by the spoken code', async ({
  house,
}) => {
  const slug = `fair-${newAddress('x').slice(2, 14).replace(/-+$/, '')}`;
  const partner = await house.signedIn('partner', 'salem@alofuq.test');
  await open(partner, urlOf('partner', '/links'));
  await expectPage(partner, 'Links & codes');
  await partner.getByRole('button', { name: 'Create link' }).click();
  const form = partner.getByRole('dialog');
  await form.getByLabel('Campaign').fill(`Spring fair ${slug}`);
  await form.getByLabel('Place').fill('Poster');
  await form.getByLabel('Own address').fill('admin');
  await expectAccessible(partner);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(form.getByText(/kept for the organisation/).first()).toBeVisible();
  await form.getByLabel('Own address').fill(slug);
  await form.getByRole('button', { name: 'Create', exact: true }).click();
  await partner.waitForURL(/\/links\/lnk_/);
  await expectPage(partner, `Spring fair ${slug} · Poster`);
  await expect(partner.getByText('No clicks in the last 30 days')).toBeVisible();

  const download = partner.waitForEvent('download');
  await partner.getByRole('button', { name: 'PNG' }).click();
  const { data, width, height } = PNG.sync.read(await readFile(await (await download).path()));
  const printed = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
  expect(printed).toBe(urlOf('edge', `/r/${slug}`));

  const passerBy = await house.visitor();
  await open(passerBy, `${printed}?utm_source=poster&email=someone@mail.test`);
  expect(passerBy.url()).toMatch(/\/start\/[0-9a-z]{10}\?utm_source=poster$/);
  await expectPage(passerBy, /^Al Ofuq Brokers recommends/);

  const spoken = (await partner.getByLabel('Spoken code').inputValue()).replace('-', ' ').toLowerCase();
  const caller = await house.visitor();
  await open(caller, urlOf('patient', '/'));
  await caller.getByRole('link', { name: 'Enter it here' }).click();
  await expectPage(caller, 'Enter your code');
  await caller.getByLabel('Code').fill('zzz zzz');
  await caller.getByRole('button', { name: 'Go on' }).click();
  await expect(caller.getByText(/We know no such code/).first()).toBeVisible();
  await caller.getByLabel('Code').fill(spoken);
  await caller.getByRole('button', { name: 'Go on' }).click();
  await caller.waitForURL(/\/start\/[0-9a-z]{10}$/);
  await expectPage(caller, /^Al Ofuq Brokers recommends/);

  await partner.reload();
  await expect(partner.getByText('2 clicks in the last 30 days')).toBeVisible();
  await expectPage(partner, `Spring fair ${slug} · Poster`);
  await confirm(partner, 'Archive');
  await expect(partner.getByText('Archived', { exact: true }).first()).toBeVisible();

  const staff = await house.staff('coordinator');
  await open(staff, urlOf('admin', '/partners?q=Al+Ofuq'));
  await staff.getByRole('link', { name: 'Al Ofuq Brokers' }).first().click();
  await expectPage(staff, 'Al Ofuq Brokers');
  await expect(staff.getByRole('row').filter({ hasText: slug })).toContainText('2');
});

test('staff record a gift beyond the limit and hear what is left; an overdue partner leaves the list once it is done', async ({
  house,
}) => {
  const staff = await house.staff('coordinator');
  await open(staff, urlOf('admin', '/'));
  await expect(staff.getByText(/overdue for a contact/)).toBeVisible();
  await open(staff, urlOf('admin', '/care'));
  await expectPage(staff, 'Care');
  await open(staff, urlOf('admin', '/care/touchpoints'));
  await expectPage(staff, 'Touchpoints');
  await open(staff, urlOf('admin', '/care/rules'));
  await expectPage(staff, 'Cadence and gift limits');

  await open(staff, urlOf('admin', '/partners?q=Straits+Private'));
  await staff.getByRole('link', { name: 'Straits Private Bank' }).first().click();
  await expectPage(staff, 'Straits Private Bank');
  await staff.getByRole('button', { name: 'Add touchpoint' }).click();
  const form = staff.getByRole('dialog');
  await form.getByLabel('What', { exact: true }).selectOption({ label: 'Gift' });
  await form.getByLabel('What we gave').fill('900');
  await expectAccessible(staff);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText(/SGD 27\.50 of SGD 300\.00 is left/).first()).toBeVisible();
  await form.getByLabel('What we gave').fill('7');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(staff.getByText(/20\.50/).first()).toBeVisible();

  await open(staff, urlOf('admin', '/care'));
  const first = staff.getByRole('table').getByRole('row').nth(1).getByRole('link');
  const name = (await first.textContent())?.trim() ?? '';
  await first.click();
  await expectPage(staff, name);
  await staff.getByRole('button', { name: 'Add touchpoint' }).click();
  await form.getByLabel('What', { exact: true }).selectOption({ label: 'Call' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await open(staff, urlOf('admin', '/care'));
  await expect(staff.getByRole('link', { name })).toHaveCount(0);

  await staff.getByRole('button', { name: 'Make calendar address' }).click();
  const address = await staff.getByLabel('Calendar address').inputValue();
  const program = await house.visitor();
  const calendar = await program.request.get(address);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('SUMMARY:');
});
