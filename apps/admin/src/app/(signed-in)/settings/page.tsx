import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ApiKeys } from '../../../features/settings/api-keys.tsx';
import { LogoCard } from '../../../features/settings/logo-card.tsx';
import { OrganisationCard } from '../../../features/settings/organisation-card.tsx';
import { OrganisationForm } from '../../../features/settings/organisation-form.tsx';
import { TwoFactorPolicyCard } from '../../../features/settings/two-factor-policy.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { knownTimeZones } from '../../../lib/time-zones.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Settings' };

export default screen(async ({ api, person }) => {
  const manages = mayPerson(person, 'settings.manage');
  const [organisation, keys] = await Promise.all([
    api.identity.organisation(),
    manages ? api.apiKeys.list() : undefined,
  ]);
  return (
    <Page width="narrow">
      <PageHeader title="Settings" />
      {manages ? (
        <>
          <OrganisationForm organisation={organisation} timeZones={knownTimeZones()} />
          <LogoCard organisation={organisation} />
        </>
      ) : (
        <OrganisationCard organisation={organisation} />
      )}
      <TwoFactorPolicyCard policy={organisation.staffTwoFactor} canChange={manages} />
      {keys && <ApiKeys keys={keys} />}
    </Page>
  );
});
