import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

/** Deliberately without a word about the client: what the partner may see is decided when it looks. */
export interface ShareOffered {
  partnerName: string;
  partnerTypeName: string;
  answerBy: string;
  url: string;
}

export const shareOffered: Template<ShareOffered> = {
  name: 'share-offered',
  subject: (_data, { organisationName }) => `${organisationName} shared a new lead with you`,
  body: ({ partnerName, partnerTypeName, answerBy, url }, sender) => (
    <Layout sender={sender} preview="A new lead waits for your answer.">
      <Heading>A new lead waits for your answer</Heading>
      <Paragraph>
        Hello {partnerName}, we shared a lead with you as {partnerTypeName}. Sign in to see what the client
        allows you to see, and accept or decline it.
      </Paragraph>
      <ActionButton href={url}>Open the lead</ActionButton>
      <SmallPrint>Please answer by {answerBy}. After that we offer the lead to somebody else.</SmallPrint>
    </Layout>
  ),
};
