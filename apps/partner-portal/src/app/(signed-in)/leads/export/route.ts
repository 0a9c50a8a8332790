import { leadShareMachine } from '@goodword/api/client';
import { oneOf } from '../../../../lib/one-of.ts';
import { api, requirePerson } from '../../../../trpc/server.ts';

/** The list of leads as a file: cell by cell what the screen shows. */
export async function GET(request: Request): Promise<Response> {
  const { look } = await requirePerson();
  if (look) await (await api()).looks.noteExport({ list: 'leads' });
  const status = oneOf(leadShareMachine.states, new URL(request.url).searchParams.get('status') ?? undefined);
  const csv = await (await api()).shares.csv({ status });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="leads.csv"',
      'cache-control': 'no-store',
    },
  });
}
