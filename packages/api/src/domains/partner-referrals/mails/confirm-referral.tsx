import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface ConfirmReferralData {
  clientFirstName: string;
  partnerName: string;
  /** True when the person filled a form on the partner's page, false when the partner wrote to us. */
  byLink: boolean;
  confirmUrl: string;
}

/** Asks the client whether it wants to be in touch. Confirming and opting out are buttons on the page behind. */
export const confirmReferralMail: Template<ConfirmReferralData> = {
  name: 'confirm-referral',
  subject: ({ partnerName, byLink }, { organisationName }) =>
    byLink
      ? `Please confirm your request to ${organisationName}`
      : `${partnerName} recommended you to ${organisationName}`,
  body: ({ clientFirstName, partnerName, byLink, confirmUrl }, sender) => (
    <Layout sender={sender} preview="Confirm with one click, or tell us to forget you">
      <Heading>Hello {clientFirstName}</Heading>
      {byLink ? (
        <Paragraph>
          You filled in our form through {partnerName}. Please confirm that this address is yours, so that we
          can get back to you.
        </Paragraph>
      ) : (
        <Paragraph>
          {partnerName} told us that you would like to hear from {sender.organisationName}, and gave us your
          name and this address with your permission.
        </Paragraph>
      )}
      <Paragraph>
        {byLink
          ? 'Nothing happens until you confirm. On the same page you see what the form allows us to pass on, and can change it.'
          : 'Nothing happens until you confirm. After that, a short form asks what you are looking for, and you decide what we may pass on and to whom.'}
      </Paragraph>
      <ActionButton href={confirmUrl}>Confirm or opt out</ActionButton>
      <SmallPrint>
        Not interested, or was this not you? Choose “opt out” on the same page: we remove your contact details
        and never write to this address again. We use your details for this request only and sell them to
        nobody.
      </SmallPrint>
    </Layout>
  ),
};
