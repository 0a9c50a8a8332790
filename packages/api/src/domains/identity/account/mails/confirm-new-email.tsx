import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../../notifications/index.ts';

export interface ConfirmNewEmailData {
  name: string;
  url: string;
}

/** To the new address of an account. Suppression holds: somebody else may have typed it. */
export const confirmNewEmailMail: Template<ConfirmNewEmailData> = {
  name: 'confirm-new-email',
  subject: (_data, sender) => `Confirm your new e-mail address for ${sender.organisationName}`,
  body: (data, sender) => (
    <Layout sender={sender} preview="One click and you sign in with this address">
      <Heading>Hello {data.name}</Heading>
      <Paragraph>Confirm that this address is yours, and you sign in with it from now on.</Paragraph>
      <ActionButton href={data.url}>Use this address</ActionButton>
      <SmallPrint>The link works once and for a day. You did not ask? Then ignore this message.</SmallPrint>
    </Layout>
  ),
};
