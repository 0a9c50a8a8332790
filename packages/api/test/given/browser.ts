import type { AccountAudience } from '@goodword/db/vocabulary';
import type { RequestContext } from '../../src/trpc/context.ts';
import { PASSWORD, type World } from './world.ts';

/** Somebody's browser: keeps the cookie it was given and sends it back, as the person that cookie belongs to. */
export class Browser {
  cookie: string | null = null;
  /** The last `Set-Cookie` in full. */
  setCookie = '';

  constructor(
    readonly world: World,
    readonly app: AccountAudience,
  ) {}

  static async signedIn(world: World, app: AccountAudience, email: string, password = PASSWORD) {
    const browser = new Browser(world, app);
    await (await browser.call()).identity.signIn({ email, password });
    return browser;
  }

  async context(): Promise<RequestContext> {
    const { sessions } = this.world.requestAs(this.app, null);
    return {
      ...this.world.requestAs(this.app, await sessions.read(this.cookie)),
      cookieHeader: this.cookie,
      setCookie: (value) => {
        this.setCookie = value;
        this.cookie = value.split(';')[0] ?? null;
      },
    };
  }

  async call() {
    return this.world.caller(await this.context());
  }

  async isSignedIn(): Promise<boolean> {
    return (await (await this.call()).identity.me()) !== null;
  }
}
