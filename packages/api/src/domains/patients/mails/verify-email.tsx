import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface VerifyEmailData {
  name: string;
  url: string;
}

/** Essential: whoever typed the address asked for it a moment ago, and without it the account never opens. */
export const verifyEmailMail: Template<VerifyEmailData> = {
  name: 'verify-email',
  essential: true,
  subject: (_data, sender) => `Confirm your e-mail address for ${sender.organisationName}`,
  body: (data, sender) => (
    <Layout sender={sender} preview="One click and your account is open">
      <Heading>Welcome, {data.name}</Heading>
      <Paragraph>Confirm that this address is yours and your account is open.</Paragraph>
      <ActionButton href={data.url}>Confirm my address</ActionButton>
      <SmallPrint>
        The link works once and for two days. If you did not register, ignore this message: do not open the
        link, and no account is made with your address.
      </SmallPrint>
    </Layout>
  ),
};
