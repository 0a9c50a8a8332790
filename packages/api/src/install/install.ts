import { installRules } from '../domains/care/index.ts';
import { insertPartnerTypes, seededPartnerTypes } from '../domains/catalogue/index.ts';
import { insertOrganisation, type OrganisationRow } from '../domains/identity/index.ts';
import { installApplicationForm } from '../domains/partners/index.ts';
import { type Context, inScope } from '../platform/context.ts';
import { hashSecret } from '../platform/vault.ts';
import { newId } from '../shared/id.ts';
import { firstAgreement } from './agreement.ts';
import { insertAgreement } from './install.queries.ts';

/** What has a default of its own may be left out. */
export type NewOrganisation = Omit<
  OrganisationRow,
  'id' | 'firstStartedAt' | 'accent' | 'logoHash' | 'reapplyAfterDays'
>;

/** How an organisation is called until its first administrator names it. */
export const unnamedOrganisation: NewOrganisation = {
  name: 'Our organisation',
  timeZone: 'UTC',
  currency: 'USD',
  patientWord: 'patient',
  postalAddress: 'No address yet',
  staffTwoFactor: 'required',
  isDemo: false,
};

/** What every installation needs before the first person signs in. A second call changes nothing. */
export async function install(ctx: Context, organisation: NewOrganisation): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    await insertOrganisation(tx, { ...organisation, id: 'org', firstStartedAt: now });
    await insertPartnerTypes(tx, seededPartnerTypes);
    await installApplicationForm(tx, ctx);
    await installRules(tx, { types: seededPartnerTypes, currency: organisation.currency, now });
    await insertAgreement(tx, {
      ...firstAgreement,
      id: newId('agreement', now),
      version: 1,
      hash: hashSecret(`${firstAgreement.title}\n${firstAgreement.body}`),
      createdAt: now,
      publishedAt: now,
      countsFrom: now,
    });
  });
}
