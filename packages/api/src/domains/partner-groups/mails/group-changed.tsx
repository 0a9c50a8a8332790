import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface GroupChanged {
  recipientName: string;
  /** Where the partner came to; null: to no group. */
  groupName: string | null;
  leftName: string | null;
  changes: { typeName: string; before: string; now: string }[];
  url: string;
}

const titleOf = ({ groupName, leftName }: GroupChanged) =>
  groupName ? `You are in the group ${groupName} now` : `You are no longer in the group ${leftName}`;

/** Tells a partner which group it is in and what that changes. Names no deal and no client. */
export const groupChanged: Template<GroupChanged> = {
  name: 'group-changed',
  subject: titleOf,
  body: (data, sender) => (
    <Layout
      sender={sender}
      preview={data.changes.length > 0 ? 'Your terms are others from now on.' : 'Your terms stay the same.'}
    >
      <Heading>{titleOf(data)}</Heading>
      <Paragraph>Hello {data.recipientName},</Paragraph>
      {data.changes.length === 0 ? (
        <Paragraph>your terms stay the same.</Paragraph>
      ) : (
        <Paragraph>
          for deals that are verified from now on these terms count. What was verified before keeps its own.
        </Paragraph>
      )}
      {data.changes.map(({ typeName, before, now }) => (
        <Paragraph key={typeName}>
          As {typeName}: {now} Before: {before}
        </Paragraph>
      ))}
      <ActionButton href={data.url}>See your terms</ActionButton>
    </Layout>
  ),
};
