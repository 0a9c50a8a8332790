/** The first partnership agreement of an installation. Later versions are published, never edited. */
export const firstAgreement = {
  title: 'Partnership agreement',
  body: [
    'This agreement sets out how we work together. It is short on purpose.',
    '1. Clients come first. You refer a person only with their permission, and you use what we share with you only to serve that person.',
    '2. What you may see is decided by the client. When a client withdraws consent you stop using their data and delete it.',
    '3. Commission follows the terms shown in your account, is calculated from verified deals only, and is paid in the next payout after approval.',
    '4. A deal that is reversed reverses its commission. If it was paid already, it is set off against the next payout.',
    '5. You keep the licences your work requires and tell us before they expire.',
    '6. Either side may end this agreement at any time. What was earned before stays owed.',
  ].join('\n\n'),
};
