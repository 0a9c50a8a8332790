'use client';

import { allows, type Permission } from '@goodword/api/client';
import type { Person } from '@goodword/web/server';
import { createContext, type ReactNode, useContext } from 'react';

const PersonContext = createContext<Person | null>(null);

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}

/** The signed-in person. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('usePerson works inside the signed-in frame only');
  return person;
}

/**
 * Whether the person's role in the team allows something, for showing or hiding it. What counts is the same table on
 * the server: hiding a button protects nothing.
 */
export function useMay(): (permission: Permission) => boolean {
  const { partnerRole, look } = usePerson();
  const role = look ? 'onlooker' : partnerRole;
  return (permission) => role !== null && allows(permission, `partner_${role}`);
}
