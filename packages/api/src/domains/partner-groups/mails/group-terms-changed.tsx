import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface GroupTermsChanged {
  recipientName: string;
  groupName: string;
  typeName: string;
  /** The day the new terms begin. */
  from: string;
  begun: boolean;
  before: string;
  now: string;
  url: string;
}

const titleOf = ({ groupName, from, begun }: GroupTermsChanged) =>
  begun
    ? `The terms of your group ${groupName} have changed`
    : `The terms of your group ${groupName} change on ${from}`;

/** Tells a member what its group says from a day on, beside what it said. */
export const groupTermsChanged: Template<GroupTermsChanged> = {
  name: 'group-terms-changed',
  subject: titleOf,
  body: (data, sender) => (
    <Layout sender={sender} preview={data.now}>
      <Heading>{titleOf(data)}</Heading>
      <Paragraph>Hello {data.recipientName},</Paragraph>
      <Paragraph>
        for deals that are verified {data.begun ? 'from now on' : `from ${data.from} on`} these terms count.
        What was verified before keeps its own.
      </Paragraph>
      <Paragraph>
        As {data.typeName}: {data.now} Before: {data.before}
      </Paragraph>
      <ActionButton href={data.url}>See your terms</ActionButton>
    </Layout>
  ),
};
