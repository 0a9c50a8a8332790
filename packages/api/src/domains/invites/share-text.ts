import { describeFriendOffer, type ProgramTerms } from '../programs/index.ts';

/** What goes into the share sheet, WhatsApp or a text message. */
export function shareText(program: ProgramTerms, url: string, message?: string): string {
  const words = message || `I thought this could be something for you. ${describeFriendOffer(program)}`;
  return `${words} ${url}`;
}
