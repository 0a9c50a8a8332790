import { Heading, Layout, Paragraph, SmallPrint, type Template } from '../../notifications/index.ts';

export interface ApplicationReceivedData {
  contactName: string;
  partnerName: string;
  reference: string;
}

/** Confirms that the form arrived. */
export const applicationReceivedMail: Template<ApplicationReceivedData> = {
  name: 'application-received',
  subject: (_, sender) => `We received your application to ${sender.organisationName}`,
  body: ({ contactName, partnerName, reference }, sender) => (
    <Layout sender={sender} preview="Thank you. We look at every application ourselves.">
      <Heading>Thank you, {contactName}</Heading>
      <Paragraph>
        We received the application of {partnerName} to work with {sender.organisationName}. Somebody on our
        team reads it, and you hear from us at this address.
      </Paragraph>
      <Paragraph>Your reference: {reference}</Paragraph>
      <SmallPrint>
        You did not apply? Then somebody typed your address by mistake. You need not do anything.
      </SmallPrint>
    </Layout>
  ),
};
