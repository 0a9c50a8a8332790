import type { Page } from '@playwright/test';
import { expectPage, type House, open } from './house.ts';
import { urlOf } from './index.ts';

export const PATIENT_PASSWORD = 'nine quiet harbour lamps';

/**
 * Registers in the patient portal as a person does: from the page that is open or from the form, by the button in the
 * mail, and in.
 */
export async function register(
  house: House,
  page: Page,
  person: { name: string; email: string },
  { from = 'form' }: { from?: 'form' | 'here' } = {},
): Promise<void> {
  if (from === 'form') await open(page, urlOf('patient', '/register'));
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PATIENT_PASSWORD);
  await expectPage(page, /^Create your patient account/);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectPage(page, 'Check your mail');
  await open(page, (await house.mailTo(person.email, 'verify-email')).link('/verify/'));
  await expectPage(page, 'Confirm your e-mail');
  await page.getByLabel('Password', { exact: true }).fill(PATIENT_PASSWORD);
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await page.waitForURL(urlOf('patient', '/home'));
  await expectPage(page, /./);
}
