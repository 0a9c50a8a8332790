import { runRowResults } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address asks for of a result; the table and its file read it alike. */
export function rowsQuery(query: PageQuery) {
  return {
    cursor: query.cursor,
    result: oneOf(query.result, runRowResults),
    noted: query.noted === 'yes' || undefined,
  };
}
