import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface PayoutPaid {
  recipientName: string;
  /** Formatted, e.g. `USD 1,250.00`. */
  amount: string;
  reference: string;
  url: string;
}

/** Tells a partner that money arrived, with the reference to look for. */
export const payoutPaid: Template<PayoutPaid> = {
  name: 'payout-paid',
  subject: ({ amount }, sender) => `${sender.organisationName} paid you ${amount}`,
  body: ({ recipientName, amount, reference, url }, sender) => (
    <Layout sender={sender} preview={`Reference ${reference}`}>
      <Heading>{amount} is paid</Heading>
      <Paragraph>Hello {recipientName},</Paragraph>
      <Paragraph>
        we paid you {amount}. Look for the reference {reference} on your statement.
      </Paragraph>
      <ActionButton href={url}>See what it is made of</ActionButton>
    </Layout>
  ),
};
