import { onboardingFilters, partnerMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { listPosition, oneOf, sortOf } from '../../lib/list.ts';

/** What the address of the partner list asks for; the table and its file read it alike. */
export function partnersQuery(query: PageQuery) {
  return {
    ...listPosition(query),
    ...sortOf(query, ['name', 'created']),
    status: oneOf(query.status, partnerMachine.states),
    type: query.type,
    region: query.region,
    owner: query.owner,
    group: query.group,
    onboarding: oneOf(query.onboarding, onboardingFilters),
  };
}
