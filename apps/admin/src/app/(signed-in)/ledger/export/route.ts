import { minorToDecimal } from '@goodword/ui';
import { transactionsQuery } from '../../../../features/ledger/transactions-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

/** One line per posting: the sum of a booking's lines is zero. */
export const GET = csvRoute({
  fileName: 'bookings',
  header: ['Booking', 'Booked', 'What', 'Reference', 'Account', 'Holder', 'Currency', 'Amount'],
  list: async (api, query, page) => {
    const { rows, nextCursor } = await api.ledger.transactions({ ...transactionsQuery(query), ...page });
    return {
      nextCursor,
      rows: rows.flatMap((booking) => booking.postings.map((posting) => ({ booking, posting }))),
    };
  },
  cells: ({ booking, posting }) => [
    booking.id,
    booking.occurredAt.toISOString(),
    booking.kind,
    booking.referenceId,
    posting.accountKind,
    posting.holderName,
    posting.currency,
    minorToDecimal(posting.amountMinor, posting.currency),
  ],
});
