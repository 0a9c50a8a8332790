import { getDomain } from 'tldts';

/** Legal forms at the end of a name say nothing about who it is. */
const legalForms = new Set(
  'ab ag aps as bhd bv cc co company corp corporation cpa cv eg est fz fzc fzco fze gmbh inc incorporated kg kk lc limited llc lllp llp lp ltd ltda nv oy oyj pa pc plc pllc private psc pte pty pvt sa sarl sas sdn se sl spa srl wll'.split(
    ' ',
  ),
);

/** Addresses that anybody can have: sharing one says nothing. Also places where many companies have their page. */
const everybodysDomains = new Set(
  'aol.com facebook.com fastmail.com gmail.com gmx.com gmx.de gmx.net google.com googlemail.com hey.com hotmail.co.uk hotmail.com icloud.com instagram.com linkedin.com live.com mac.com mail.com mail.ru me.com msn.com outlook.com outlook.in proton.me protonmail.com qq.com rediffmail.com tutanota.com web.de wixsite.com wordpress.com yahoo.co.in yahoo.co.uk yahoo.com yahoo.com.sg yandex.com yandex.ru ymail.com zoho.com 126.com 163.com'.split(
    ' ',
  ),
);

/** Letters that no decomposition takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The form in which names are compared: without case, accents, punctuation, a leading "the" and legal forms at the end.
 * Names in any script keep their letters. Two names with one key may be one company, and need not.
 */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(/&|\+/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const spelled = joinInitials(words);
  const start = spelled.length > 1 && spelled[0] === 'the' ? 1 : 0;
  let end = spelled.length;
  while (end > start + 1 && legalForms.has(spelled[end - 1] ?? '')) end -= 1;
  return spelled.slice(start, end).join(' ');
}

/** "L.L.C." is one word, however it is dotted. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = '';
  for (const word of [...words, '']) {
    if (/^\p{Script=Latin}$/u.test(word)) {
      initials += word;
      continue;
    }
    if (initials) joined.push(initials);
    initials = '';
    if (word) joined.push(word);
  }
  return joined;
}

/** The domain a company registered, of a web address or a mail domain; null where everybody has one. */
export function ownDomain(address: string | null | undefined): string | null {
  if (!address) return null;
  const domain = getDomain(address.trim().toLowerCase());
  return domain && !everybodysDomains.has(domain) ? domain : null;
}

export function emailDomain(email: string | null | undefined): string | null {
  return email ? ownDomain(email.slice(email.lastIndexOf('@') + 1)) : null;
}

/** True for an address at a provider where everybody can have one. */
export function isFreeMail(email: string): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return everybodysDomains.has(getDomain(host) ?? host);
}
