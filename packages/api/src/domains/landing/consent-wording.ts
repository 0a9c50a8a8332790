/** The sentence a partner puts before a client, and the law that asks for it. */
export interface ConsentWording {
  law: string;
  /** Why the sentence says what it says, in a line for the partner. */
  note: string;
  text: string;
}

const wordings: Readonly<Record<string, (organisation: string) => ConsentWording>> = {
  SG: (organisation) => ({
    law: 'Personal Data Protection Act 2012 (PDPA)',
    note: 'Name the purpose before you pass anything on, and say that consent can be withdrawn.',
    text: `I consent under the Personal Data Protection Act 2012 to your disclosing my name and contact details to ${organisation}, for the purpose of contacting me about my request. I may withdraw this consent at any time by telling you or ${organisation}.`,
  }),
  AE: (organisation) => ({
    law: 'Federal Decree-Law No. 45 of 2021 (PDPL)',
    note: 'Consent has to be specific, clear and as easy to withdraw as to give.',
    text: `I give my specific and clear consent, under Federal Decree-Law No. 45 of 2021 on the Protection of Personal Data, that you pass my name and contact details to ${organisation}, so that they can write to me about my request. I can withdraw it at any time, as easily as I give it.`,
  }),
  IN: (organisation) => ({
    law: 'Digital Personal Data Protection Act, 2023 (DPDP)',
    note: 'Give notice of what is passed on and for what, and ask with a clear affirmative action.',
    text: `I have been told that my name and contact details will be given to ${organisation}, so that they can contact me about my request, and I agree to it under the Digital Personal Data Protection Act, 2023. I may withdraw my consent at any time, and may complain to the Data Protection Board of India.`,
  }),
  US: (organisation) => ({
    law: 'Written permission (TCPA, CAN-SPAM and state privacy laws)',
    note: 'Permission is never a condition of buying anything. Our first message is one e-mail with a way out.',
    text: `I ask you to pass my name, e-mail address and phone number to ${organisation}, and I agree that they may contact me about my request. My permission is not a condition of any purchase, and I can take it back at any time.`,
  }),
};

/** @param region ISO 3166-1 or 3166-2; a place inherits the wording of its country */
export function consentWording(region: string, organisation: string): ConsentWording {
  const wording = wordings[region.slice(0, 2)];
  if (wording) return wording(organisation);
  return {
    law: 'Consent',
    note: 'Ask before you pass anything on, and keep what was answered.',
    text: `I agree that you pass on my name and contact details to ${organisation}, so that they can write to me about my request. I know that I can say no in their first message, and that nothing more is passed on without a choice of mine.`,
  };
}
