import { catalogueRouter } from './domains/catalogue/catalogue.router.ts';
import { identityRouter } from './domains/identity/identity.router.ts';
import { messagesRouter } from './domains/notifications/notifications.router.ts';
import { createCallerFactory, router } from './trpc/trpc.ts';

/** Every procedure of the platform, by domain. */
export const appRouter = router({
  catalogue: catalogueRouter,
  identity: identityRouter,
  messages: messagesRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
