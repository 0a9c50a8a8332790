import { documentRoute } from '@goodword/web/server';
import { api, requirePerson } from '../../../../trpc/server.ts';

export const GET = documentRoute(async (id) => {
  await requirePerson();
  return (await api()).documents.download({ id });
});
