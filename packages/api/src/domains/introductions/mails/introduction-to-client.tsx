import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface IntroductionToClient {
  clientName: string;
  partnerTypeName: string;
  partner: {
    name: string;
    contactName: string | null;
    email: string | null;
    phone: string | null;
    website: string | null;
  };
  /** True when the client lets the partner have its contact details. */
  partnerHasContact: boolean;
  url: string;
}

export const introductionToClient: Template<IntroductionToClient> = {
  name: 'introduction-to-client',
  subject: ({ partnerTypeName }) => `Your introduction: ${partnerTypeName}`,
  body: ({ clientName, partnerTypeName, partner, partnerHasContact, url }, sender) => (
    <Layout sender={sender} preview={`We found somebody for you: ${partner.name}.`}>
      <Heading>We found somebody for you</Heading>
      <Paragraph>
        Hello {clientName}, for your request we introduce you to {partner.name} ({partnerTypeName}).
      </Paragraph>
      <Paragraph>
        {[partner.contactName, partner.email, partner.phone, partner.website]
          .filter((way) => way !== null)
          .join(', ')}
      </Paragraph>
      <Paragraph>
        {partnerHasContact
          ? 'They have your contact details, as you agreed, and will get in touch. You can also write to them yourself.'
          : 'They do not have your contact details, because you did not agree to that. Please write to them yourself.'}
      </Paragraph>
      <ActionButton href={url}>Follow your request</ActionButton>
      <SmallPrint>You can change what we may pass on at any time, in your account under My data.</SmallPrint>
    </Layout>
  ),
};
