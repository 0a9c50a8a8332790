import type { Outputs } from '@goodword/api';
import { allows } from '@goodword/api/client';
import { Button, Card, CopyField, DetailLayout, Page, PageHeader, StatusBadge } from '@goodword/ui';
import type { Person } from '@goodword/web/server';
import { Send } from 'lucide-react';
import { NeedsAnswer } from './needs-answer.tsx';
import { Capacity, Performance } from './performance.tsx';
import { Standing } from './standing.tsx';

export interface HomeScreenProps {
  person: Person;
  onboarding: Outputs['onboarding']['state'];
  home: Outputs['portal']['home'];
  link: Outputs['links']['mine'][number] | undefined;
}

/** What needs an answer, how it goes, and until the partner is active: what to do next. */
export function HomeScreen({ person, onboarding, home, link }: HomeScreenProps) {
  const { partner } = onboarding;
  const active = partner.status === 'active';
  return (
    <Page>
      <PageHeader
        title={person.look ? 'Welcome' : `Welcome, ${person.name}`}
        description={partner.name}
        status={<StatusBadge status={partner.status} />}
        actions={
          active && (
            <Button variant="primary" href="/refer" icon={<Send />}>
              Refer a client
            </Button>
          )
        }
      />
      <Standing onboarding={onboarding} />
      {(active || home.received > 0) && (
        <>
          <DetailLayout
            main={<NeedsAnswer items={home.needsAnswer} />}
            aside={
              <>
                <Capacity
                  home={home}
                  active={active}
                  mayChange={
                    person.partnerRole !== null && allows('portal.own', `partner_${person.partnerRole}`)
                  }
                />
                {link && (
                  <Card
                    title="Your link"
                    actions={
                      <Button size="sm" href={`/links/${link.id}`}>
                        QR code
                      </Button>
                    }
                  >
                    <CopyField label="Address to hand out" value={link.url} />
                  </Card>
                )}
              </>
            }
          />
          <Performance home={home} />
        </>
      )}
    </Page>
  );
}
