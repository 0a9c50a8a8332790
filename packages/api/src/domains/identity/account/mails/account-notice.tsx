import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../../notifications/index.ts';

export interface AccountNoticeData {
  name: string;
  /** Where to choose a new password when it was somebody else. */
  url: string;
}

/** Tells the owner what was done to the account, so that a stranger's act does not stay unseen. */
function notice(name: string, title: string, what: string): Template<AccountNoticeData> {
  return {
    name,
    essential: true,
    subject: (_data, sender) => `${title} at ${sender.organisationName}`,
    body: (data, sender) => (
      <Layout sender={sender} preview={what}>
        <Heading>{title}</Heading>
        <Paragraph>
          Hello {data.name}, {what}
        </Paragraph>
        <Paragraph>Was it you? Then there is nothing to do.</Paragraph>
        <ActionButton href={data.url}>It was not me: choose a new password</ActionButton>
        <SmallPrint>
          A new password ends every session. Write to us too, so that we can look into it.
        </SmallPrint>
      </Layout>
    ),
  };
}

export const passwordChangedMail = notice(
  'password-changed',
  'Your password was changed',
  'the password of your account was just changed, and every session was ended.',
);

export const emailChangeNoticeMail = notice(
  'email-change-notice',
  'A new e-mail address was asked for',
  'somebody signed in to your account asked to use another e-mail address. It changes when the link we sent there is used.',
);

export const twoFactorEnabledMail = notice(
  'two-factor-enabled',
  'Two-factor sign-in is on',
  'two-factor sign-in was turned on for your account. Each sign-in asks for a code from an authenticator app now.',
);

export const twoFactorDisabledMail = notice(
  'two-factor-disabled',
  'Two-factor sign-in is off',
  'the second step at sign-in was turned off for your account. The password alone opens it now.',
);

export const recoveryCodeUsedMail = notice(
  'recovery-code-used',
  'A recovery code was used',
  'somebody signed in to your account with one of its recovery codes.',
);

export const passkeyAddedMail = notice(
  'passkey-added',
  'A passkey was added',
  'a passkey was added to your account. It stands in for the code of the second step at sign-in.',
);

export const passkeyRemovedMail = notice(
  'passkey-removed',
  'A passkey was removed',
  'a passkey of your account was removed.',
);
