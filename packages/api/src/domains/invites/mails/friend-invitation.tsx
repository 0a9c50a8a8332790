import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface FriendInvitationData {
  referrerFirstName: string;
  message: string | null;
  friendOffer: string;
  url: string;
  declineUrl: string;
}

/** To a friend whose address a patient gave us. Not essential: somebody else caused it. */
export const friendInvitation: Template<FriendInvitationData> = {
  name: 'friend-invitation',
  subject: (data, sender) => `${data.referrerFirstName} invites you to ${sender.organisationName}`,
  body: (data, sender) => (
    <Layout sender={sender} preview={`${data.referrerFirstName} thinks this could be something for you`}>
      <Heading>
        {data.referrerFirstName} invites you to {sender.organisationName}
      </Heading>
      {data.message ? <Paragraph>“{data.message}”</Paragraph> : null}
      <Paragraph>{data.friendOffer}</Paragraph>
      <ActionButton href={data.url}>See the invitation</ActionButton>
      <SmallPrint>
        {data.referrerFirstName} gave us your address for this one message. We keep it encrypted and delete it
        when you join or the invitation ends. Not for you?{' '}
        <a href={data.declineUrl}>Decline, and we never write again</a>.
      </SmallPrint>
    </Layout>
  ),
};
