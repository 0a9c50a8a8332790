export { ApiForm, describeFailure } from './api-form.tsx';
export { useDone, useSignOut, useTableQuery } from './hooks.ts';
export { Providers, type ProvidersProps } from './providers.tsx';
export { SignIn, type SignInProps, type SignInStep } from './sign-in/sign-in.tsx';
export {
  ErrorScreen,
  GlobalErrorScreen,
  LoadingScreen,
  NotFoundScreen,
  Refusal,
} from './states.tsx';
export { type ApiError, isApiError, trpc } from './trpc.ts';
