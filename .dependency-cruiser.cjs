/**
 * Who may import whom, from the inside out:
 * vocabulary and shared ← rules of a domain ← queries ← use cases ← routers and jobs ← root ← apps.
 */
const api = '^packages/api/src';
const domain = `${api}/domains/([^/]+)`;
const tests = [
  '\\.test\\.tsx?$',
  '^packages/[^/]+/(test|bench)/',
  '^packages/db/src/testing/',
  '^apps/[^/]+/(e2e|test)/',
  '^e2e/',
  '(^|/)(vitest|playwright)\\.config\\.ts$',
];
/**
 * A domain's own rules lie in the file named like its folder in the singular: leads/lead.ts, sharing/sharing.ts; the same
 * for a part of a domain: partners/credentials/credential.ts.
 */
const rules = `${api}/domains/(?:([^/]+?)(?:s|es)?/\\1|[^/]+/([^/]+?)(?:s|es)?/\\2)\\.ts$`;
const schemas = '\\.schema\\.ts$';
const queries = '\\.queries\\.ts$';
/** Where settings of the process are read; currencies are plain facts that everything may know. */
const environment = '^packages/config/(?!src/currencies\\.ts$)';
const entry = '\\.(router|jobs)\\.ts$';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    error(
      'no-cycles',
      'A cycle has no inside and no outside: move what both need into a third file.',
      {},
      { circular: true },
    ),
    error('resolvable', 'The imported file or package does not exist.', {}, { couldNotResolve: true }),

    error(
      'vocabulary-is-plain',
      'The words of a domain depend on nothing, so that everything may depend on them.',
      { path: '^packages/db/src/vocabulary/', pathNot: tests },
      { pathNot: ['^packages/db/src/vocabulary/', '^node_modules/(\\.pnpm/)?zod'] },
    ),
    error(
      'rules-are-pure',
      'Rules and schemas know no database, framework or environment: take what they need as an argument.',
      { path: [rules, schemas, `${api}/shared/`], pathNot: [...tests, queries] },
      {
        path: [
          'node_modules/(\\.pnpm/)?(drizzle-orm|postgres|pg-boss|@trpc|next|pino)[/@+]',
          '^packages/db/(?!src/vocabulary/)',
          environment,
          `${api}/(?!shared/|domains/)`,
          queries,
          entry,
        ],
      },
    ),
    error(
      'shared-knows-no-domain',
      'What all domains share cannot know one of them.',
      { path: `${api}/shared/`, pathNot: tests },
      { path: `${api}/(?!shared/)` },
    ),
    error(
      'rules-know-no-use-case',
      'Rules and queries lie below use cases: let the use case call them.',
      { path: [rules, schemas, `${api}/domains/.*${queries}`], pathNot: tests },
      { path: `${api}/domains/`, pathNot: [rules, schemas, queries] },
    ),
    error(
      'use-cases-know-no-entry',
      'Routers and jobs call use cases, never the other way round.',
      { path: [`${api}/(domains|platform|auth|shared)/`], pathNot: [...tests, entry, '/index\\.ts$'] },
      { path: [entry, `${api}/(root|worker|server|client|cli)\\.ts$`, `${api}/(edge|jobs)/`] },
    ),
    error(
      'nothing-below-root',
      'The root gathers the routers; what it gathers cannot know it.',
      { path: `${api}/(domains|platform|auth|shared|trpc)/`, pathNot: tests },
      { path: `${api}/root\\.ts$` },
    ),
    error(
      'queries-hold-drizzle',
      'Database access lies in *.queries.ts files.',
      { path: [api, '^apps/', '^packages/(ui|config)/'], pathNot: [...tests, queries] },
      { path: 'node_modules/(\\.pnpm/)?drizzle-orm[/@]' },
    ),
    error(
      'trpc-stays-at-the-edge',
      'Procedures are declared in trpc/, root.ts and *.router.ts only; the doors of the package hand them out.',
      {
        path: [api, '^apps/'],
        pathNot: [
          ...tests,
          `${api}/(trpc/|(root|index|client|server)\\.ts$)`,
          '\\.router\\.ts$',
          '^apps/[^/]+/src/trpc/',
        ],
      },
      { path: 'node_modules/(\\.pnpm/)?@trpc[/+]server[/@]' },
    ),
    error(
      'domains-meet-at-the-door',
      'Another domain is reached through its index.ts only.',
      { path: `${domain}/`, pathNot: tests },
      { path: `${api}/domains/`, pathNot: [`${api}/domains/$1/`, `${api}/domains/[^/]+/index\\.ts$`] },
    ),

    error('apps-know-no-database', 'Apps ask the API.', { path: '^apps/' }, { path: '^packages/db/' }),
    error(
      'apps-stay-apart',
      'What two apps need belongs into packages/web, packages/ui or packages/api.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    error(
      'features-stay-apart',
      'What two features need moves up into lib or the UI kit.',
      { path: '^apps/([^/]+)/src/features/([^/]+)/' },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    error(
      'ui-stands-alone',
      'The UI kit knows no API, database, environment or Next.js.',
      { path: '^packages/ui/' },
      {
        path: [
          '^packages/(api|db|web)/',
          environment,
          '^apps/',
          'node_modules/(\\.pnpm/)?(next@|next/|@trpc[/+])',
        ],
      },
    ),
    error(
      'web-knows-no-app',
      'The frame of the apps asks the API as they do, and knows none of them.',
      { path: '^packages/web/' },
      { path: ['^packages/db/', '^apps/'] },
    ),
    error(
      'api-knows-no-screen',
      'The API serves any screen. A test may bring both sides together.',
      { path: '^packages/(api|db|config)/', pathNot: tests },
      { path: ['^packages/(ui|web)/', '^apps/', 'node_modules/(\\.pnpm/)?next[/@]'] },
    ),
    error(
      'db-lies-below',
      'The database package knows nothing above it.',
      { path: '^packages/(db|config)/' },
      { path: '^packages/api/' },
    ),
    error(
      'production-knows-no-test',
      'Test code never ships.',
      { path: '^(packages|apps)/', pathNot: tests },
      {
        path: [
          ...tests,
          'node_modules/(\\.pnpm/)?(vitest|@playwright|@testing-library|fast-check|smtp-server)[/@+]',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|apps)/[^/]+/(\\.next|dist|coverage)/|^\\.goodword/|next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx', '.json', '.css'],
    },
  },
};
