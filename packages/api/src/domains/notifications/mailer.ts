import nodemailer from 'nodemailer';

export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
}

/** Takes a rendered e-mail out of the house, or keeps it readable under Messages. */
export interface Mailer {
  deliver(mail: OutgoingMail): Promise<'sent' | 'captured'>;
}

/** Without a mail server nothing leaves: the message is captured and can be read in admin. */
export const captureMailer: Mailer = { deliver: async () => 'captured' };

/** @param smtpUrl e.g. `smtps://user:password@mail.example.com` */
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
  return {
    async deliver(mail) {
      await transport.sendMail({
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: `<${mail.messageId}@goodword>`,
      });
      return 'sent';
    },
  };
}
