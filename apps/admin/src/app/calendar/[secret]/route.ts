import { calendarAnswer } from '../../../lib/calendar-answer.ts';
import { api } from '../../../trpc/server.ts';

export const dynamic = 'force-dynamic';

/** What a calendar program subscribes to. The secret in the address is all it has. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ secret: string }> },
): Promise<Response> {
  const { secret } = await params;
  return calendarAnswer((await api()).care.feed({ secret }));
}
