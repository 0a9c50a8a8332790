export { AccentField } from './accent-field.tsx';
export { AccountSettings } from './account/account-settings.tsx';
export { ConfirmNewEmail } from './account/confirm-new-email.tsx';
export { ForgotPassword } from './account/forgot-password.tsx';
export { JoinTeam } from './account/join-team.tsx';
export { ResetPassword } from './account/reset-password.tsx';
export { SignInHistory } from './account/sign-in-history.tsx';
export { AgreementText } from './agreement-text.tsx';
export { ApiForm, describeFailure } from './api-form.tsx';
export { BrandStyles, logoHref } from './brand.tsx';
export { ChoicesField, type ChoicesFieldProps } from './choices-field.tsx';
export { csvHref } from './csv-href.ts';
export { emptyIsMissing } from './empty-is-missing.ts';
export { useDone, useSignOut, useTableQuery } from './hooks.ts';
export { InboxBell } from './inbox/inbox-bell.tsx';
export { InboxScreen } from './inbox/inbox-screen.tsx';
export { NotificationSettings } from './inbox/notification-settings.tsx';
export { Live, type LivePage } from './live/live.tsx';
export { Providers, type ProvidersProps } from './providers.tsx';
export { countryOptions, regionOptions } from './regions.ts';
export { RegionsField, type RegionsFieldProps } from './regions-field.tsx';
export { RowsField, type RowsFieldProps } from './rows-field.tsx';
export { EnrolmentStep } from './sign-in/enrolment-step.tsx';
export { SignIn, type SignInProps, type SignInStep } from './sign-in/sign-in.tsx';
export {
  DeadLinkScreen,
  ErrorScreen,
  GlobalErrorScreen,
  LoadingScreen,
  NotFoundScreen,
  Refusal,
} from './states.tsx';
export { type ApiError, isApiError, trpc } from './trpc.ts';
export type { Undo } from './undo.ts';
