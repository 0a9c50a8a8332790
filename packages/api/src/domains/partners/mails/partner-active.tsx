import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface PartnerActiveData {
  contactName: string;
  partnerName: string;
  code: string;
  shareLink: string;
  portal: string;
}

/** After the agreement: code and link to start with. */
export const partnerActiveMail: Template<PartnerActiveData> = {
  name: 'partner-active',
  essential: true,
  subject: (_, sender) => `You can start: your partner code with ${sender.organisationName}`,
  body: ({ contactName, partnerName, code, shareLink, portal }, sender) => (
    <Layout sender={sender} preview="Your code and your link.">
      <Heading>All set, {contactName}</Heading>
      <Paragraph>
        {partnerName} is active. Refer people through your account, or hand out your link:
      </Paragraph>
      <Paragraph>{shareLink}</Paragraph>
      <Paragraph>Your partner code: {code}</Paragraph>
      <ActionButton href={portal}>Open your account</ActionButton>
    </Layout>
  ),
};
