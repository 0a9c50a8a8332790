import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface CommissionApproved {
  recipientName: string;
  /** Formatted, e.g. `USD 1,250.00`; without a sign. */
  amount: string;
  /** The line takes back one that was paid. */
  takenBack: boolean;
  url: string;
}

/** Tells a partner that an amount is now certain. Says nothing about the client behind it. */
export const commissionApproved: Template<CommissionApproved> = {
  name: 'commission-approved',
  subject: ({ amount, takenBack }) =>
    takenBack ? `A commission of ${amount} is taken back` : `Your commission of ${amount} is approved`,
  body: ({ recipientName, amount, takenBack, url }, sender) => (
    <Layout
      sender={sender}
      preview={takenBack ? 'It is set off against your next payout.' : 'It is in the next payout.'}
    >
      <Heading>{takenBack ? `${amount} is taken back` : `${amount} is on its way`}</Heading>
      <Paragraph>Hello {recipientName},</Paragraph>
      <Paragraph>
        {takenBack
          ? `a deal that had earned you ${amount} was reversed. The amount is set off against your next payout.`
          : `your commission of ${amount} is approved. You receive it with the next payout.`}
      </Paragraph>
      <ActionButton href={url}>See how it was calculated</ActionButton>
    </Layout>
  ),
};
