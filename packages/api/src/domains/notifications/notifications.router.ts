import { inScope } from '../../platform/context.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import { normaliseEmail } from '../../shared/text.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { listMessages } from './messages.queries.ts';
import { getMessageInput, listMessagesInput, messageDetail, messagePage } from './notifications.schema.ts';
import { readMessage } from './read-message.ts';

export const messagesRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'messages.read' })
    .input(listMessagesInput)
    .output(messagePage)
    .query(async ({ ctx, input }) => {
      const rows = await inScope(ctx, (tx) =>
        listMessages(tx, {
          status: input.status,
          search: input.to ? normaliseEmail(input.to) : undefined,
          after: decodeCursor(input.cursor),
          limit: input.limit + 1,
        }),
      );
      return toPage(rows, input.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
    }),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'messages.read' })
    .input(getMessageInput)
    .output(messageDetail)
    .query(({ ctx, input }) => readMessage(ctx, input.id)),
});
