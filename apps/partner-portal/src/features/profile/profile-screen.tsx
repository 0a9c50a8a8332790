import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import {
  Badge,
  Card,
  DateOnly,
  DefinitionList,
  DetailLayout,
  EmptyState,
  humanize,
  Page,
  PageHeader,
  StatusBadge,
} from '@goodword/ui';
import { regionNames } from '../../lib/countries.ts';
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
            <Credentials credentials={profile.credentials} />
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

function Credentials({ credentials }: { credentials: Profile['credentials'] }) {
  return (
    <Card
      title="Credentials"
      description="Licences and registrations. Send us a new one before the old one expires."
    >
      {credentials.length === 0 ? (
        <EmptyState compact drawing="list" title="No credentials on file">
          If your type needs a licence, send it to your contact with us; we check and add it.
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {credentials.map((item) => (
            <li key={item.id} className="flex flex-wrap items-start justify-between gap-2 text-sm">
              <div className="grid gap-0.5">
                <span className="font-medium text-ink">
                  {humanize(item.kind)} {item.number}
                </span>
                <span className="text-ink-soft">
                  {item.authority} · {regionName(item.region)} · until <DateOnly value={item.expiresAt} />
                </span>
              </div>
              <CredentialBadge expired={item.expired} verified={item.verifiedAt !== null} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function CredentialBadge({ expired, verified }: { expired: boolean; verified: boolean }) {
  if (expired) return <Badge tone="danger">Expired: no new leads with it</Badge>;
  return verified ? <Badge tone="success">Verified</Badge> : <Badge tone="warning">Being checked</Badge>;
}
