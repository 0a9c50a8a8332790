'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Badge, Card, DefinitionList, formatPercent, humanize, TextLink } from '@goodword/ui';

type PartnerType = Outputs['catalogue']['list'][number];

function rangesOf({ rateMinBps, rateMaxBps, rateRanges }: PartnerType): string {
  if (rateMinBps === null || rateMaxBps === null) return 'Fixed';
  const words = (low: number, high: number) => `${formatPercent(low)} to ${formatPercent(high)}`;
  return [
    words(rateMinBps, rateMaxBps),
    ...rateRanges.map(({ region, minBps, maxBps }) => `${regionName(region)}: ${words(minBps, maxBps)}`),
  ].join('; ');
}

const contactWords: Record<PartnerType['contactOpensAt'], string> = {
  sent: 'When the lead is shared',
  accepted: 'When the partner accepts',
  never: 'Never',
};

/** The rules of one type; in a list its name leads to the page of the type. */
export function TypeCard({ type, linked }: { type: PartnerType; linked?: boolean }) {
  const { ceiling, credentials, hidesProperty } = type;
  return (
    <Card
      as="article"
      title={linked ? <TextLink href={`/partner-types/${type.code}`}>{type.name}</TextLink> : 'Rules'}
      description={type.description}
      actions={
        <>
          {type.retiredAt && <Badge>Retired</Badge>}
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
          { label: 'Terms', value: type.sentence },
          ...(type.direction === 'none' ? [] : [{ label: 'Rates', value: rangesOf(type) }]),
          { label: 'Engagements', value: type.engagements },
          {
            label: 'Regions',
            value: type.regions.length > 0 ? type.regions.map(regionName).join(', ') : 'Everywhere',
          },
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
        <TypeCard key={type.code} type={type} linked />
      ))}
    </div>
  );
}
