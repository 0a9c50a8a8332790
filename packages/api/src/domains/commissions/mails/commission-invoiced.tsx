import { ActionButton, Heading, Layout, Paragraph, type Template } from '../../notifications/index.ts';

export interface CommissionInvoiced {
  recipientName: string;
  amount: string;
  /** Formatted day, e.g. `5 March 2026`. */
  dueOn: string;
  url: string;
}

/** Asks a partner to pay what the terms give us. */
export const commissionInvoiced: Template<CommissionInvoiced> = {
  name: 'commission-invoiced',
  subject: ({ amount, dueOn }) => `Commission of ${amount}, due ${dueOn}`,
  body: ({ recipientName, amount, dueOn, url }, sender) => (
    <Layout sender={sender} preview={`Due ${dueOn}`}>
      <Heading>{amount} is due</Heading>
      <Paragraph>Hello {recipientName},</Paragraph>
      <Paragraph>
        a deal you closed is verified. Under our terms you owe us {amount}, to be paid by {dueOn}.
      </Paragraph>
      <ActionButton href={url}>See how it was calculated</ActionButton>
    </Layout>
  ),
};
