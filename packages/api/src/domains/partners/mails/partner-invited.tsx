import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface PartnerInvitedData {
  contactName: string;
  partnerName: string;
  link: string;
}

/** From staff to somebody who has not asked yet. */
export const partnerInvitedMail: Template<PartnerInvitedData> = {
  name: 'partner-invited',
  subject: (_, sender) => `${sender.organisationName} invites you as a partner`,
  body: ({ contactName, partnerName, link }, sender) => (
    <Layout sender={sender} preview="Set up your account to get started.">
      <Heading>Hello {contactName}</Heading>
      <Paragraph>
        {sender.organisationName} would like to work with {partnerName}. Set up your account to see how it
        works; we then look at your details together.
      </Paragraph>
      <ActionButton href={link}>Set up your account</ActionButton>
      <SmallPrint>
        The link works once and for 14 days. You are not interested? Then you need not do anything.
      </SmallPrint>
    </Layout>
  ),
};
