'use client';

import { allows, type Permission, plural, withArticle } from '@goodword/api/client';
import { humanize } from '@goodword/ui';
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

/** What the organisation calls those it cares for: "patient", "a patient", "patients", "Patients". */
export function usePatientWords(): { one: string; aOne: string; many: string; Many: string } {
  const { patientWord: one } = usePerson().organisation;
  return { one, aOne: withArticle(one), many: plural(one), Many: humanize(plural(one)) };
}

/**
 * Whether the person's role allows something, for showing or hiding it. What counts is the same table on the server:
 * hiding a button protects nothing.
 */
export function useMay(): (permission: Permission) => boolean {
  const { staffRole } = usePerson();
  return (permission) => staffRole !== null && allows(permission, staffRole);
}
