import { auditRouter } from './domains/audit/audit.router.ts';
import { catalogueRouter } from './domains/catalogue/catalogue.router.ts';
import { identityRouter } from './domains/identity/identity.router.ts';
import { jobsRouter } from './domains/jobs/jobs.router.ts';
import { ledgerRouter } from './domains/ledger/ledger.router.ts';
import { messagesRouter } from './domains/notifications/notifications.router.ts';
import { createCallerFactory, router } from './trpc/trpc.ts';

/** Every procedure of the platform, by domain. */
export const appRouter = router({
  audit: auditRouter,
  catalogue: catalogueRouter,
  identity: identityRouter,
  jobs: jobsRouter,
  ledger: ledgerRouter,
  messages: messagesRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
