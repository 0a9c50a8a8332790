'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Badge, Card, DefinitionList, formatPercent, humanize } from '@goodword/ui';

type PartnerType = Outputs['catalogue']['partnerTypes'][number];

function ratesOf({ direction, rateBps, rateMinBps, rateMaxBps, splitPartnerBps }: PartnerType): string {
  if (direction === 'none' || rateBps === null) return 'No money changes hands';
  const range =
    rateMinBps !== null && rateMaxBps !== null
      ? ` (${formatPercent(rateMinBps)} to ${formatPercent(rateMaxBps)})`
      : '';
  const split = splitPartnerBps === null ? '' : `, of which ${formatPercent(splitPartnerBps)} to the partner`;
  return `${formatPercent(rateBps)}${range}${split}`;
}

const contactWords: Record<PartnerType['contactOpensAt'], string> = {
  sent: 'When the lead is shared',
  accepted: 'When the partner accepts',
  never: 'Never',
};

function TypeCard({ type }: { type: PartnerType }) {
  const { ceiling, credentials, hidesProperty } = type;
  return (
    <Card
      as="article"
      title={type.name}
      description={type.description}
      actions={
        <>
          {type.regulated && <Badge tone="warning">Regulated</Badge>}
          <Badge
            tone={
              type.direction === 'we_pay' ? 'info' : type.direction === 'partner_pays' ? 'success' : 'neutral'
            }
          >
            {type.direction === 'none' ? 'No money' : humanize(type.direction)}
          </Badge>
        </>
      }
    >
      <DefinitionList
        columns={2}
        items={[
          { label: 'Told to candidates', value: type.incentive },
          { label: 'Rate', value: ratesOf(type) },
          {
            label: 'Regions',
            value: type.regions.length > 0 ? type.regions.map(regionName).join(', ') : 'Everywhere',
          },
          { label: 'Due', value: type.trigger === 'none' ? '—' : humanize(type.trigger) },
          {
            label: 'May ever see',
            value: `${ceiling.map(humanize).join(', ') || 'Nothing'}${hidesProperty ? ', but not the property' : ''}`,
          },
          { label: 'Contact opens', value: contactWords[type.contactOpensAt] },
          {
            label: 'Credentials',
            value:
              credentials.length === 0
                ? 'None needed'
                : credentials
                    .map(
                      ({ kind, regions, required }) =>
                        `${humanize(kind)} in ${regions.map(regionName).join(', ')}${required ? '' : ' (optional)'}`,
                    )
                    .join('; '),
          },
          {
            label: 'Asks for',
            value: type.formFields.map(({ label }) => label).join(', ') || 'Name and contact only',
          },
        ]}
      />
    </Card>
  );
}

/** What kinds of partner there are, and the rules that come with each. */
export function TypesList({ types }: { types: readonly PartnerType[] }) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {types.map((type) => (
        <TypeCard key={type.code} type={type} />
      ))}
    </div>
  );
}
