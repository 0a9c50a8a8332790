export { captureMailer, type Mailer, type OutgoingMail, smtpMailer } from './mailer.ts';
export {
  deleteMessagesAbout,
  findMessageTo,
  forgetMessagesAbout,
  isSuppressed,
} from './messages.queries.ts';
export { addressHash, renderMail, sendMessage, suppressAddress } from './send-message.ts';
export type { Template } from './template.ts';
export { ActionButton, Heading, Layout, Paragraph, SmallPrint } from './templates/layout.tsx';
