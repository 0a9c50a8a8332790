import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../../notifications/index.ts';

export interface TeamInvitedData {
  name: string;
  /** Null for our own staff. */
  partnerName: string | null;
  url: string;
}

/** From a colleague to somebody who is to join. */
export const teamInvitedMail: Template<TeamInvitedData> = {
  name: 'team-invited',
  subject: ({ partnerName }, sender) => `Join ${partnerName ?? sender.organisationName}`,
  body: ({ name, partnerName, url }, sender) => (
    <Layout sender={sender} preview="Choose a password and you are in">
      <Heading>Hello {name}</Heading>
      <Paragraph>
        {partnerName
          ? `You are invited to the team of ${partnerName} in the partner portal of ${sender.organisationName}.`
          : `You are invited to work with ${sender.organisationName}.`}
      </Paragraph>
      <ActionButton href={url}>Set up your account</ActionButton>
      <SmallPrint>
        The link works once and for 7 days. You do not know what this is about? Then ignore this message.
      </SmallPrint>
    </Layout>
  ),
};
