import type { Outputs } from '@goodword/api';
import { Badge, Card, SimpleTable } from '@goodword/ui';

type PartnerLink = Outputs['links']['ofPartner'][number];

function nameOf({ campaign, placement }: PartnerLink): string {
  const name = campaign === 'default' ? 'Main link' : campaign;
  return placement ? `${name} · ${placement}` : name;
}

/** What a partner hands out, and what came of it. */
export function PartnerLinks({ links }: { links: readonly PartnerLink[] }) {
  return (
    <Card
      title="Links and codes"
      description="Whoever comes by one of them counts as this partner's referral."
      padded={links.length === 0}
    >
      {links.length === 0 ? (
        <p className="text-ink-soft text-sm">
          None yet. The first one is made when the agreement is accepted.
        </p>
      ) : (
        <SimpleTable
          label="Links and codes"
          rows={links}
          getRowKey={(link) => link.id}
          columns={[
            {
              key: 'campaign',
              header: 'Campaign',
              cell: (link) => (
                <span className="flex flex-wrap items-center gap-2">
                  {nameOf(link)}
                  {link.archivedAt && <Badge>Archived</Badge>}
                </span>
              ),
            },
            {
              key: 'url',
              header: 'Link',
              cell: ({ url }) => <code className="break-all font-mono text-[0.8125rem]">{url}</code>,
            },
            {
              key: 'spoken',
              header: 'Spoken code',
              cell: ({ spoken }) =>
                spoken ? <code className="whitespace-nowrap font-mono uppercase">{spoken}</code> : '—',
            },
            {
              key: 'recent',
              header: 'Clicks, 30 days',
              align: 'right',
              cell: ({ clicksLast30Days }) => clicksLast30Days,
            },
            { key: 'clicks', header: 'Clicks', align: 'right', cell: ({ clicks }) => clicks },
            { key: 'referrals', header: 'Referrals', align: 'right', cell: ({ referrals }) => referrals },
          ]}
        />
      )}
    </Card>
  );
}
