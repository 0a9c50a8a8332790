import { messagesQuery } from '../../../../features/messages/messages-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'messages',
  header: ['Id', 'Subject', 'To', 'Status', 'Kind', 'Channel', 'Written'],
  list: async (api, query, page) => {
    const wish = messagesQuery(query);
    return wish ? api.messages.list({ ...wish, ...page }) : { rows: [], nextCursor: null };
  },
  cells: (row) => [
    row.id,
    row.subject,
    row.toAddress,
    row.status,
    row.template,
    row.channel,
    row.createdAt.toISOString(),
  ],
});
