import { calendarAnswer } from '../../../../../../lib/calendar-answer.ts';
import { api, requirePerson } from '../../../../../../trpc/server.ts';

/** One touchpoint for a calendar program. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  await requirePerson();
  const { id } = await params;
  return calendarAnswer((await api()).care.file({ id }));
}
