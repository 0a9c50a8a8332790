import { allows, type Permission } from '@goodword/api/client';
import type { Person } from '@goodword/web/server';

/** Whether a staff member's role allows something; for showing or hiding on a server-drawn page. */
export function mayPerson({ staffRole }: Person, permission: Permission): boolean {
  return staffRole !== null && allows(permission, staffRole);
}
