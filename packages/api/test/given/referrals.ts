import type { World } from './world.ts';

let count = 0;

/** A valid referral form, with whatever matters for the test put over it. */
export function referralForm(engagementId: string, over: object = {}) {
  count += 1;
  return {
    engagementId,
    source: 'email' as const,
    clientName: 'Carla Client',
    clientEmail: `carla-${count}@client.test`,
    details: {},
    consentObtained: true as const,
    ...over,
  };
}

export const nothingAllowed = { reportToReferrer: false, shareWith: [] };

/** A valid intake form without its token. */
export const wishes = {
  name: 'Carla Client',
  region: 'AE',
  currency: 'USD',
  budgetMinMinor: 50_000_00n,
  budgetMaxMinor: 90_000_00n,
  propertyType: 'Apartment',
  place: 'Dubai Marina',
  message: 'Two bedrooms, please.',
  consents: nothingAllowed,
};

/** A partner refers a client; the mail is out. Gives the referral and the secret of its link. */
export async function givenReferral(
  world: World,
  partner: { email: string; engagementId: string },
  over: object = {},
): Promise<{ id: string; clientEmail: string; token: string }> {
  const form = referralForm(partner.engagementId, over);
  const { id } = await (await world.asPartner(partner.email)).referrals.submit(form);
  await world.settle();
  return { id, clientEmail: form.clientEmail, token: await world.linkSecret(form.clientEmail, '/confirm/') };
}

/** The whole way to a lead: referred, confirmed, form filled with these choices. */
export async function givenReferredLead(
  world: World,
  partner: { email: string; engagementId: string },
  form: Partial<Omit<typeof wishes, 'consents'>> & {
    consents?: {
      reportToReferrer: boolean;
      shareWith: { recipientClass: string; scopes: ('contact' | 'budget' | 'requirements')[] }[];
    };
  } = {},
): Promise<{ referralId: string; leadId: string; clientId: string; clientEmail: string }> {
  const { id, token, clientEmail } = await givenReferral(world, partner);
  const site = world.visitor('patient');
  const { intakeToken } = await site.referrals.confirm({ token });
  await site.referrals.submitIntake({ ...wishes, ...form, token: intakeToken ?? '' });
  await world.settle();
  const [row] = await world.owner`select lead_id, client_id from partner_referrals where id = ${id}`;
  return { referralId: id, leadId: row?.lead_id, clientId: row?.client_id, clientEmail };
}
