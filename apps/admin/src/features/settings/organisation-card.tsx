import { Badge, Card, DefinitionList, humanize } from '@goodword/ui';
import type { Organisation } from '@goodword/web/server';

/** Who we are, as mails and portals say it. */
export function OrganisationCard({ organisation }: { organisation: Organisation }) {
  return (
    <Card title="Organisation" actions={organisation.isDemo && <Badge tone="info">Demo data</Badge>}>
      <DefinitionList
        columns={2}
        items={[
          { label: 'Name', value: organisation.name },
          {
            label: 'Time zone',
            value: organisation.timeZone,
            help: 'All times in all apps are shown in it.',
          },
          { label: 'Currency', value: organisation.currency, help: 'For new leads and programs.' },
          { label: 'People we care for are called', value: humanize(organisation.patientWord) },
          { label: 'Colour', value: organisation.accent ?? 'Each portal has its own' },
          {
            label: 'Rejected applicants can apply again after',
            value: `${organisation.reapplyAfterDays} days`,
          },
          { label: 'Postal address', value: organisation.postalAddress, help: 'Stands below every mail.' },
        ]}
      />
    </Card>
  );
}
