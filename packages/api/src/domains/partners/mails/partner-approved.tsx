import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface PartnerApprovedData {
  contactName: string;
  partnerName: string;
  link: string;
  /** True when the link sets up an account, false when it leads to the sign-in. */
  needsAccount: boolean;
}

/** After approval: the way to the account, or to the agreement for those who have one. */
export const partnerApprovedMail: Template<PartnerApprovedData> = {
  name: 'partner-approved',
  subject: (_, sender) => `You are approved as a partner of ${sender.organisationName}`,
  body: ({ contactName, partnerName, link, needsAccount }, sender) => (
    <Layout sender={sender} preview="One more step: accept the agreement.">
      <Heading>Welcome, {contactName}</Heading>
      <Paragraph>
        {partnerName} is approved.{' '}
        {needsAccount
          ? 'Set up your account, then read and accept the agreement.'
          : 'Sign in, then read and accept the agreement.'}{' '}
        After that you can start.
      </Paragraph>
      <ActionButton href={link}>{needsAccount ? 'Set up your account' : 'Sign in'}</ActionButton>
      {needsAccount ? <SmallPrint>The link works once and for 14 days.</SmallPrint> : null}
    </Layout>
  ),
};
