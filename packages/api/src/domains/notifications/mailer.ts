import nodemailer from 'nodemailer';

export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  /** Where one click ends mails of this sort; null for mails that have to be sent. */
  unsubscribeUrl: string | null;
}

/** Takes a rendered e-mail out of the house, or keeps it readable under Messages. */
export interface Mailer {
  deliver(mail: OutgoingMail): Promise<'sent' | 'captured'>;
}

/** Without a mail server nothing leaves: the message is captured and can be read in admin. */
export const captureMailer: Mailer = { deliver: async () => 'captured' };

/** How long after a mail server did not answer only one mail at a time asks again. */
const SILENCE_MS = 15_000;
const unanswered = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'EDNS', 'ESOCKET', 'ETIMEDOUT']);

/**
 * A mail server that does not answer would hold every mail, and with it the place of another job, until its time is up.
 * After the first of them the others fail at once and are tried again later.
 * @param smtpUrl e.g. `smtps://user:password@mail.example.com`
 */
export function smtpMailer(options: { smtpUrl: string; from: string }): Mailer {
  const url = new URL(options.smtpUrl);
  // A mail server that hangs must not hold a job for ever.
  for (const [name, ms] of [
    ['connectionTimeout', 10_000],
    ['greetingTimeout', 10_000],
    ['socketTimeout', 20_000],
  ] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  const transport = nodemailer.createTransport(url.href, { from: options.from });
  let asksAgainAt: number | undefined;
  return {
    async deliver(mail) {
      if (asksAgainAt !== undefined) {
        if (Date.now() < asksAgainAt) throw new Error('the mail server did not answer a moment ago');
        asksAgainAt = Date.now() + SILENCE_MS;
      }
      try {
        await transport.sendMail({
          to: { name: '', address: mail.to },
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          messageId: `<${mail.messageId}@goodword>`,
          // RFC 8058: the mail program offers a button and posts to the address without opening it.
          headers: mail.unsubscribeUrl
            ? {
                'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }
            : {},
        });
      } catch (error) {
        if (unanswered.has(String((error as { code?: unknown }).code))) asksAgainAt = Date.now() + SILENCE_MS;
        throw error;
      }
      asksAgainAt = undefined;
      return 'sent';
    },
  };
}
