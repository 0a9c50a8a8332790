import type { Outputs } from '@goodword/api';

export type Account = Outputs['account']['overview'];
