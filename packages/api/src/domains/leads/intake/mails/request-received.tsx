import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../../notifications/index.ts';

export interface RequestReceivedData {
  clientFirstName: string;
  manageUrl: string;
}

/** Thanks a client for the form and hands over the link to its own consent. */
export const requestReceivedMail: Template<RequestReceivedData> = {
  name: 'request-received',
  subject: (_, { organisationName }) => `${organisationName} received your request`,
  body: ({ clientFirstName, manageUrl }, sender) => (
    <Layout sender={sender} preview="What happens next, and how to change your choices">
      <Heading>Thank you, {clientFirstName}</Heading>
      <Paragraph>We received your request and will get in touch soon.</Paragraph>
      <Paragraph>
        You decide what we may pass on and to whom. You can look at your choices and take any of them back at
        any time, with immediate effect:
      </Paragraph>
      <ActionButton href={manageUrl}>See and change my choices</ActionButton>
      <SmallPrint>Keep this message: the button works without a password and only for you.</SmallPrint>
    </Layout>
  ),
};
