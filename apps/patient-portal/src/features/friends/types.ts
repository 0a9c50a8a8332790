import type { Outputs } from '@goodword/api';

export type FriendProgram = Outputs['invites']['home']['programs'][number];
export type Friend = Outputs['invites']['mine']['rows'][number];
