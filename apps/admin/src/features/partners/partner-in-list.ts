import type { Outputs } from '@goodword/api';

/** A row of the partner list. */
export type PartnerInList = Outputs['partners']['list']['rows'][number];
