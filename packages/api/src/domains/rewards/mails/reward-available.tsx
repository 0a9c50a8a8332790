import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';

export interface RewardAvailableData {
  name: string;
  /** e.g. `USD 25.00 credit`. */
  reward: string;
  url: string;
}

/** Says what can be used, never whose doing it was: a reward must not tell of a friend's care. */
export const rewardAvailable: Template<RewardAvailableData> = {
  name: 'reward-available',
  subject: (_data, sender) => `A reward from ${sender.organisationName} is ready for you`,
  body: (data, sender) => (
    <Layout sender={sender} preview={`${data.reward} is ready to use`}>
      <Heading>A reward is ready for you</Heading>
      <Paragraph>
        Hello {data.name}, {data.reward} is in your wallet. It is taken off at your next checkout.
      </Paragraph>
      <ActionButton href={data.url}>Open my rewards</ActionButton>
      <SmallPrint>Your wallet shows until when you can use it.</SmallPrint>
    </Layout>
  ),
};
