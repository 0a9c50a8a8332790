import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Card,
  DateOnly,
  DefinitionList,
  DetailLayout,
  EmptyState,
  Page,
  PageHeader,
  StatusBadge,
} from '@goodword/ui';
import { regionNames } from '../../lib/countries.ts';
import { Credentials } from './credentials.tsx';
import { ProfileCard } from './profile-form.tsx';

type Profile = Outputs['portalProfile']['get'];

/** What we know about the partner: contact, what it covers on which terms, and its credentials. */
export function ProfileScreen({ profile }: { profile: Profile }) {
  return (
    <Page>
      <PageHeader
        title="Profile & coverage"
        description={profile.name}
        status={<StatusBadge status={profile.status} />}
      />
      <DetailLayout
        main={
          <>
            <ProfileCard profile={profile} />
            <Coverage engagements={profile.engagements} />
            <Credentials profile={profile} />
          </>
        }
        aside={
          <Card title="Company" description="Ask us when one of these changes.">
            <DefinitionList
              columns={2}
              className="sm:grid-cols-1"
              items={[
                { label: 'Name', value: profile.name },
                { label: 'E-mail', value: profile.email },
                { label: 'City', value: profile.city },
                { label: 'Country', value: profile.country && regionName(profile.country) },
                {
                  label: 'Your code',
                  value: profile.code && <code className="font-mono">{profile.code}</code>,
                },
              ]}
            />
          </Card>
        }
      />
    </Page>
  );
}

function Coverage({ engagements }: { engagements: Profile['engagements'] }) {
  return (
    <Card title="What you cover" description="Where you work for us, as what, and on which terms.">
      {engagements.length === 0 ? (
        <EmptyState compact drawing="map" title="Nothing agreed yet">
          Your contact with us adds what you cover once we have agreed on it.
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {engagements.map(({ id, typeName, regions, sentence, inForce, notPaidYet, coming }) => (
            <li key={id} className="grid gap-1 border-line border-t pt-4 first:border-t-0 first:pt-0">
              <h3 className="font-medium text-ink text-sm">{typeName}</h3>
              <p className="text-ink-soft text-sm">{regionNames(regions)}</p>
              <p className="text-pretty text-ink text-sm">Terms: {sentence}</p>
              <p className="text-pretty text-[0.8125rem] text-ink-soft">
                {inForce.why} In force since <DateOnly value={inForce.since} />.
              </p>
              {notPaidYet && (
                <p className="text-pretty text-[0.8125rem] text-warning-ink">
                  The law does not let us pay this kind of partner here yet, so nothing is paid until it does.
                </p>
              )}
              {coming.map((plan) => (
                <p key={plan.name} className="text-pretty text-[0.8125rem] text-ink-soft">
                  From <DateOnly value={plan.effectiveFrom} />, as {plan.name}: {plan.sentence}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
