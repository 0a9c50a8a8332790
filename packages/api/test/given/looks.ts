import type { Principal } from '../../src/auth/sessions.ts';
import { Browser } from './browser.ts';
import type { World } from './world.ts';

/** An administrator's browser in which somebody is signed in to the admin app. */
export async function givenAdminBrowser(world: World): Promise<Browser> {
  const { principal, sessions } = await world.staff('admin');
  const browser = new Browser(world, 'staff');
  const cookie = await sessions.open({ id: principal?.accountId ?? '' }, { twoFactorDone: true });
  browser.cookie = cookie.split(';')[0] ?? null;
  return browser;
}

/** The secret in the address of a look that was just asked for. */
export async function givenLookToken(admin: Browser, partnerId: string, reason = 'They miss a lead') {
  const { url } = await (await admin.call()).looks.open({ partnerId, reason });
  return url.split('/').at(-1) ?? '';
}

/** A browser that sees the portal as the partner does. */
export async function givenLook(admin: Browser, partnerId: string, reason?: string): Promise<Browser> {
  const browser = new Browser(admin.world, 'partner');
  await (await browser.call()).looks.enter({ token: await givenLookToken(admin, partnerId, reason) });
  return browser;
}

/** Somebody who looks at the portal of this partner. */
export async function givenOnlooker(world: World, partnerId: string): Promise<Principal> {
  const browser = await givenLook(await givenAdminBrowser(world), partnerId);
  const { principal } = await browser.context();
  if (!principal?.look) throw new Error('nobody looks');
  return principal;
}
