import { Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface ApplicationRejectedData {
  contactName: string;
  partnerName: string;
}

/** Says no without the internal reason. */
export const applicationRejectedMail: Template<ApplicationRejectedData> = {
  name: 'application-rejected',
  subject: (_, sender) => `Your application to ${sender.organisationName}`,
  body: ({ contactName, partnerName }, sender) => (
    <Layout sender={sender} preview="We cannot take your application on at this time.">
      <Heading>Hello {contactName}</Heading>
      <Paragraph>
        Thank you for the application of {partnerName}. We cannot take it on at this time.
      </Paragraph>
      <Paragraph>
        Your situation changed, or you have a question? Answer us, and we look at it again.
      </Paragraph>
    </Layout>
  ),
};
