import { partnerReferralGroups } from '@goodword/api/client';
import { oneOf } from '../../../../lib/one-of.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'referrals',
  header: ['Id', 'Client', 'E-mail', 'Status', 'You as', 'How', 'Referred'],
  list: (api, query, page) =>
    api.referrals.mine({ group: oneOf(partnerReferralGroups, query.group), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.clientEmail,
    row.status,
    row.partnerTypeName,
    row.source,
    row.submittedAt.toISOString(),
  ],
});
