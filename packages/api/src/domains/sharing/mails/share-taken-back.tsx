import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface ShareTakenBack {
  partnerName: string;
  partnerTypeName: string;
  url: string;
}

export const shareTakenBack: Template<ShareTakenBack> = {
  name: 'share-taken-back',
  subject: (_data, { organisationName }) => `${organisationName} took a lead back`,
  body: ({ partnerName, partnerTypeName, url }, sender) => (
    <Layout sender={sender} preview="A lead is no longer shared with you.">
      <Heading>A lead is no longer shared with you</Heading>
      <Paragraph>
        Hello {partnerName}, a lead that you had as {partnerTypeName} was taken back. Please stop using what
        you know of this client and delete it, as our agreement says.
      </Paragraph>
      <ActionButton href={url}>See which one</ActionButton>
      <SmallPrint>Your other leads stay as they are.</SmallPrint>
    </Layout>
  ),
};
