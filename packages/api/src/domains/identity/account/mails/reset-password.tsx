import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../../notifications/index.ts';

export interface ResetPasswordData {
  name: string;
  url: string;
}

/** Essential: somebody asked for it a moment ago, and without it the account stays closed. */
export const resetPasswordMail: Template<ResetPasswordData> = {
  name: 'reset-password',
  essential: true,
  subject: (_data, sender) => `Choose a new password for ${sender.organisationName}`,
  body: (data, sender) => (
    <Layout sender={sender} preview="The link works once and for an hour">
      <Heading>Hello {data.name}</Heading>
      <Paragraph>Somebody asked for a new password for your account. Was it you? Then choose one.</Paragraph>
      <ActionButton href={data.url}>Choose a new password</ActionButton>
      <SmallPrint>
        The link works once and for an hour. You did not ask? Then there is nothing to do: your password stays
        as it is.
      </SmallPrint>
    </Layout>
  ),
};
