import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, demoStaff } from '../../packages/api/src/demo/people.ts';
import { type App, expectAccessible, signIn, urlOf } from './index.ts';

type StaffRole = (typeof demoStaff)[number]['role'];
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Message {
  id: string;
  subject: string;
  template: string;
  toAddress: string;
}

/** A mail as the recipient got it. */
export interface Mail extends Message {
  html: string;
  body: string;
  /** The address behind its button, by a part of its path such as `/confirm/`. */
  link(path: string): string;
}

/** The people of a running Goodword, each with a browser of their own, and everybody's mail. */
export interface House {
  staff(role: StaffRole): Promise<Page>;
  /** Somebody who signs in with a password; people of the demo by default. */
  signedIn(app: App, email: string, password?: string): Promise<Page>;
  /** A fresh browser without a session. */
  visitor(): Promise<Page>;
  /** Waits for a mail to this address and gives the newest. */
  mailTo(address: string, template: string): Promise<Mail>;
  mailsTo(address: string): Promise<Message[]>;
  /** Asks a query of an app as the person of this page. */
  ask<Answer>(page: Page, app: App, procedure: string, input?: object): Promise<Answer>;
  /** The partner whose name holds this text, as staff find it. */
  partnerLike(page: Page, search: string): Promise<{ id: string; name: string }>;
}

/** What a browser said that nobody should have to read. */
function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/**
 * Sessions of people who signed in during this run. Signing in is throttled, as it should be, so each person does it
 * once, whatever worker asks.
 */
function keepSessions(folder: string) {
  const fileOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    find(key: string): Session | undefined {
      const file = fileOf(key);
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    },
    keep(key: string, session: Session): void {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(key), JSON.stringify(session));
    },
  };
}

export const test = base.extend<{ house: House }>({
  house: async ({ browser }, use, { project }) => {
    const sessions = keepSessions(join(project.outputDir, 'sessions'));
    const contexts: BrowserContext[] = [];
    const pages = new Map<string, Page>();
    const complaints: string[] = [];

    async function openBrowser(storageState?: Session): Promise<Page> {
      const context = await browser.newContext({ storageState, reducedMotion: 'reduce' });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, complaints);
      return page;
    }

    async function signedIn(app: App, email: string, password = DEMO_PASSWORD): Promise<Page> {
      const key = `${app} ${email}`;
      const here = pages.get(key);
      if (here) return here;
      const known = sessions.find(key);
      const page = await openBrowser(known);
      if (!known) {
        await signIn(page, app, email, password);
        sessions.keep(key, await page.context().storageState());
      }
      pages.set(key, page);
      return page;
    }

    async function staff(role: StaffRole): Promise<Page> {
      const person = demoStaff.find((one) => one.role === role);
      if (!person) throw new Error(`the demo has nobody with the role ${role}`);
      return signedIn('admin', person.email);
    }

    async function ask<Answer>(page: Page, app: App, procedure: string, input?: object): Promise<Answer> {
      const query = input ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : '';
      const response = await page.request.get(urlOf(app, `/api/trpc/${procedure}${query}`));
      expect(response.ok(), `${procedure} answers ${response.status()}`).toBe(true);
      return (await response.json()).result.data.json;
    }

    async function partnerLike(page: Page, search: string): Promise<{ id: string; name: string }> {
      const [found] = (
        await ask<{ rows: { id: string; name: string }[] }>(page, 'admin', 'partners.list', { search })
      ).rows;
      if (!found) throw new Error(`the demo has no partner like ${search}`);
      return found;
    }

    async function mailsTo(address: string): Promise<Message[]> {
      const input = { to: address, limit: 50 };
      return (await ask<{ rows: Message[] }>(await staff('admin'), 'admin', 'messages.list', input)).rows;
    }

    async function mailTo(address: string, template: string): Promise<Mail> {
      let found: Message | undefined;
      await expect
        .poll(
          async () => {
            found = (await mailsTo(address)).find((message) => message.template === template);
            return found?.template;
          },
          { message: `a mail ${template} to ${address}`, timeout: 20_000 },
        )
        .toBe(template);
      const mail = await ask<Mail>(await staff('admin'), 'admin', 'messages.get', { id: found?.id });
      return {
        ...mail,
        link(path) {
          const href = [...mail.html.matchAll(/href="(http[^"]+)"/g)].find(([, url]) =>
            url?.includes(path),
          )?.[1];
          if (!href) throw new Error(`the mail ${template} to ${address} holds no link to ${path}`);
          return href;
        },
      };
    }

    await use({ staff, signedIn, visitor: () => openBrowser(), mailTo, mailsTo, ask, partnerLike });
    for (const context of contexts) await context.close();
    expect(complaints, 'errors in the browser console').toEqual([]);
  },
});

/** Opens an address and waits until its forms and buttons work. */
export async function open(page: Page, url: string): Promise<void> {
  const response = await page.goto(url);
  expect(response?.status(), url).toBe(200);
  await whenAlive(page);
}

/** The markup comes before the code: until React holds a button, pressing it does nothing. */
async function whenAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('form, button')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__react')),
    ),
  );
}

/** Expects the page with this heading, whole and accessible. */
export async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await whenAlive(page);
  await expectAccessible(page);
}

/** Presses a button of the page, then the button of the dialog that asks; the dialog closes when it worked. */
export async function confirm(page: Page, label: string, answer = label, reason?: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  if (reason) await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: answer, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** An address nobody had before, so that a story can be told again on the same house. */
export function newAddress(name: string): string {
  return `${name}-${Date.now().toString(36)}${process.pid.toString(36)}@journey.test`;
}
