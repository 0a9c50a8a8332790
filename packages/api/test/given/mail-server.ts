import type { Mailer, OutgoingMail } from '../../src/domains/notifications/index.ts';

/** A mail server that works, or fails the first times. */
export function mailServer(failures = 0): Mailer & { sent: OutgoingMail[] } {
  let left = failures;
  const sent: OutgoingMail[] = [];
  return {
    sent,
    deliver: async (mail) => {
      if (left-- > 0) throw new Error('connection lost');
      sent.push(mail);
      return 'sent';
    },
  };
}
