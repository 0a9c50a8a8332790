import { referralsQuery } from '../../../../features/referrals/referrals-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'referrals',
  header: ['Id', 'Client', 'E-mail', 'Status', 'Partner', 'Type', 'Source', 'Submitted', 'Confirmed', 'Lead'],
  list: (api, query, page) => api.referrals.list({ ...referralsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.clientEmail,
    row.status,
    row.partnerName,
    row.partnerTypeCode,
    row.source,
    row.submittedAt.toISOString(),
    row.confirmedAt?.toISOString() ?? null,
    row.leadId,
  ],
});
