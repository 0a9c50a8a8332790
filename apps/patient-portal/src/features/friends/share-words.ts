/** The message with the link at its end, unless the person put the link into it. */
export function withLink(message: string, url: string): string {
  const words = message.trim();
  if (words.includes(url)) return words;
  return words ? `${words} ${url}` : url;
}

/** The message alone, from a text that ends with the link. */
export function withoutLink(text: string, url: string): string {
  return url ? text.replace(url, '').trim() : text.trim();
}

/** Addresses that open the friend's message in another app, with nobody chosen yet. */
export function intents(text: string, subject: string) {
  const body = encodeURIComponent(text);
  return {
    whatsapp: `https://wa.me/?text=${body}`,
    email: `mailto:?subject=${encodeURIComponent(subject)}&body=${body}`,
    sms: `sms:?&body=${body}`,
  };
}
