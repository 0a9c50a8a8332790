import { Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface ApplicationRejectedData {
  contactName: string;
  partnerName: string;
  /** What staff wrote to the applicant; never the internal reason. */
  message: string | null;
  /** From when on they may apply again, as a day in words. */
  reapplyAfter: string | null;
}

/** Says no without the internal reason. */
export const applicationRejectedMail: Template<ApplicationRejectedData> = {
  name: 'application-rejected',
  subject: (_, sender) => `Your application to ${sender.organisationName}`,
  body: ({ contactName, partnerName, message, reapplyAfter }, sender) => (
    <Layout sender={sender} preview="We cannot take your application on at this time.">
      <Heading>Hello {contactName}</Heading>
      <Paragraph>
        Thank you for the application of {partnerName}. We cannot take it on at this time.
      </Paragraph>
      {message && <Paragraph>{message}</Paragraph>}
      <Paragraph>
        You have a question? Answer us.
        {reapplyAfter && ` Your situation changed? You can apply again from ${reapplyAfter} on.`}
      </Paragraph>
    </Layout>
  ),
};
