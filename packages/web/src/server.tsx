import { randomUUID } from 'node:crypto';
import type { Outputs } from '@goodword/api';
import type { AccountAudience } from '@goodword/api/client';
import { type AppServer, appServer, type Caller, LOOK_COOKIE } from '@goodword/api/server';
import { headers } from 'next/headers';
import { notFound, redirect, unstable_rethrow } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { answerCsv, type CsvExport } from './csv-route.ts';
import { PATH_HEADER } from './headers.ts';
import { ListViews } from './list-views.tsx';
import type { PageQuery } from './page-query.ts';
import { ownPath, signInPath } from './paths.ts';
import { isRefusal } from './refusal.ts';
import { Refusal } from './states.tsx';

export { documentRoute } from './document-route.ts';
export type { PageQuery } from './page-query.ts';
export { ownPath } from './paths.ts';
export { isRefusal } from './refusal.ts';
export type Person = NonNullable<Outputs['identity']['me']>;
export type Organisation = Outputs['identity']['organisation'];

export interface PageProps<Key extends string = never> {
  params: Promise<Record<Key, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a screen is drawn from. */
export interface View<Key extends string> {
  api: Caller;
  person: Person;
  params: Record<Key, string>;
  query: PageQuery;
}

/** What a page for visitors is drawn from. */
export type PublicView<Key extends string> = Omit<View<Key>, 'person'> & { person: Person | null };

/** Where whoever looked at the portal of a partner comes to when that is over. */
const LOOK_ENDED = '/look/ended';

/** The server side of one app: its procedures, who asks, and how a page refuses. */
export function createWeb(audience: AccountAudience) {
  const server = (): AppServer => appServer(audience);

  /** One id for all a page asks: the log knows it, and the error page shows it. */
  const requestId = cache(() => randomUUID());
  const orFail = (error: unknown): never => fail(error, requestId());

  /** Procedures as the person whose request it is. One caller for all of a page. */
  const api = cache(async () =>
    server()
      .caller(await headers(), requestId())
      .catch(orFail),
  );

  /** Who is signed in; null for a visitor. */
  const person = cache(async () => (await api()).identity.me().catch(orFail));

  const organisation = cache(async () => (await api()).identity.organisation().catch(orFail));

  /** The organisation, or nothing while the database is away: the frame of a page must not fail with it. */
  const organisationIfReachable = cache(async () => {
    try {
      return await organisation();
    } catch (error) {
      unstable_rethrow(error);
      return undefined;
    }
  });

  const here = async () => (await headers()).get(PATH_HEADER) ?? '/';

  /** The signed-in person, all steps of signing in done; everybody else goes to the sign-in page and comes back. */
  async function requirePerson(): Promise<Person> {
    const found = await person();
    if (found?.secondFactor !== 'done')
      redirect((await wasLooking()) ? LOOK_ENDED : signInPath(await here()));
    return found;
  }

  /** Whoever looked at a portal has no account to sign in with there. */
  async function wasLooking(): Promise<boolean> {
    return audience === 'partner' && ((await headers()).get('cookie')?.includes(`${LOOK_COOKIE}=`) ?? false);
  }

  /** A page for signed-in people. Refusals of the API become pages that say what to do. */
  function screen<Key extends string = never>(render: (view: View<Key>) => Promise<ReactNode>) {
    return async function Screen({ params, searchParams }: PageProps<Key>) {
      const found = await requirePerson();
      try {
        const query = flat(await searchParams);
        return await render({ api: await api(), person: found, params: await params, query });
      } catch (error) {
        return refuse(error, await here(), requestId());
      }
    };
  }

  /**
   * A page with a list that people keep views of. The bare address leads on to the default view.
   * @param list what the views are kept under
   * @param base what the address holds while the list is on the page at all
   */
  function listScreen(
    list: string,
    render: (view: View<never>) => Promise<ReactNode>,
    base: Readonly<Record<string, string>> = {},
  ) {
    return screen(async (view) => {
      const { api: procedures, query } = view;
      // Views are kept by people of the portal, and nobody's are shown to whoever looks.
      if (view.person.look) return render(view);
      if (Object.entries(base).some(([key, value]) => query[key] !== value)) return render(view);
      const keeping = procedures.views.list({ list });
      if (Object.keys(query).every((key) => key in base)) {
        const first = (await keeping).views.find(({ isDefault }) => isDefault);
        const path = (await here()).split('?')[0];
        if (first) redirect(`${path}?${new URLSearchParams({ ...base, ...first.query })}`);
      }
      const [kept, content] = await Promise.all([keeping, render(view)]);
      return (
        <ListViews list={list} kept={kept} base={base}>
          {content}
        </ListViews>
      );
    });
  }

  /** A page for everybody; `person` is there when somebody is signed in. */
  function publicScreen<Key extends string = never>(render: (view: PublicView<Key>) => Promise<ReactNode>) {
    return async function Screen({ params, searchParams }: PageProps<Key>) {
      try {
        const query = flat(await searchParams);
        return await render({ api: await api(), person: await person(), params: await params, query });
      } catch (error) {
        return refuse(error, await here(), requestId());
      }
    };
  }

  /** Where to go on after signing in, or null while something is missing. */
  async function signInState(query: PageProps['searchParams']) {
    const next = ownPath((await query).next);
    const found = await person();
    if (found?.secondFactor === 'done') redirect(next);
    const step = found?.secondFactor ?? ('password' as const);
    return { next, step, organisation: (await organisationIfReachable())?.name };
  }

  /** A list of this app as a file, for whoever may see the list. */
  function csvRoute<Row>(options: CsvExport<Row>) {
    return async function GET(request: Request): Promise<Response> {
      await requirePerson();
      try {
        return await answerCsv(await api(), request, options);
      } catch (error) {
        if (!isRefusal(error) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
        const status = error.code === 'FORBIDDEN' ? 403 : 400;
        return new Response(error.message, { status });
      }
    };
  }

  /** A logo by its hash, which never changes: kept by browsers and in between for a year. */
  async function answerLogo(
    _: Request,
    { params }: { params: Promise<{ hash: string }> },
  ): Promise<Response> {
    try {
      const { contentType, content } = await (await api()).organisation.logo(await params);
      return new Response(Buffer.from(content, 'base64'), {
        headers: {
          'content-type': contentType,
          'x-content-type-options': 'nosniff',
          'cache-control': 'public, max-age=31536000, immutable',
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'cross-origin',
        },
      });
    } catch (error) {
      if (!isRefusal(error) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
      return new Response(null, { status: 404 });
    }
  }

  const answerTrpc = (request: Request) => server().handle(request);
  const answerHealth = () => Response.json({ status: 'ok' });
  const answerReady = async () =>
    (await server().ready())
      ? Response.json({ status: 'ready' })
      : Response.json({ status: 'not ready' }, { status: 503 });

  return {
    api,
    person,
    organisation,
    organisationIfReachable,
    requirePerson,
    screen,
    listScreen,
    publicScreen,
    csvRoute,
    answerLogo,
    signInState,
    answerTrpc,
    answerHealth,
    answerReady,
  };
}

/** The nonce of this request's content policy. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined;
}

function flat(query: Record<string, string | string[] | undefined>): PageQuery {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
}

/**
 * Ends a page on a mistake of ours. Next writes what is thrown into its own log with all that hangs on it, and a failed
 * query carries personal values: so only the reference goes there, and the server's log tells the rest under it.
 */
function fail(error: unknown, requestId: string): never {
  unstable_rethrow(error);
  if (isRefusal(error) && error.code !== 'INTERNAL_SERVER_ERROR') throw error;
  throw Object.assign(new Error('The page could not be read.'), { digest: requestId });
}

/** What a refused page shows. Anything unexpected goes on to the error page. */
function refuse(error: unknown, path: string, requestId: string): ReactNode {
  unstable_rethrow(error);
  if (!isRefusal(error)) throw error;
  switch (error.code) {
    case 'NOT_FOUND':
      return notFound();
    case 'UNAUTHORIZED':
      return redirect(signInPath(path));
    case 'FORBIDDEN':
      return <Refusal kind="forbidden" what={error.message} />;
    case 'BAD_REQUEST':
      if (!path.includes('?')) return notFound();
      return <Refusal kind="address" homePath={path.split('?')[0]} />;
    case 'SERVICE_UNAVAILABLE':
    case 'TOO_MANY_REQUESTS':
      return <Refusal kind="later" what={error.message} />;
    default:
      return fail(error, requestId);
  }
}
