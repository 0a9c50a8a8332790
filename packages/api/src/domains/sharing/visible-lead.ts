import { type LeadShareStatus, shareScopes } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import type { visibleLeadOutput } from './sharing.schema.ts';
import { type Disclosure, lockOf, type SharedLead, stageOf } from './sharing.ts';

export type VisibleLead = z.infer<typeof visibleLeadOutput>;

export interface VisibleLeadInput extends Omit<Disclosure, 'stage'> {
  /** Null when the share has ended and the row is out of reach. */
  lead: SharedLead | null;
  status: LeadShareStatus;
}

/**
 * A lead as its partner may see it at this moment: the only way from a lead to anything a partner can reach.
 * The client's own words go with contact, and never to a type that may not see the property, because nobody can
 * tell what stands in them.
 */
export function visibleLead({ lead, status, ...decision }: VisibleLeadInput): VisibleLead {
  const stage = lead ? stageOf(status) : 'ended';
  const lock = (scope: (typeof shareScopes)[number]) => lockOf(scope, { ...decision, stage });
  const { hidesProperty } = decision.rules;
  const messageLock = lock('contact') ?? (hidesProperty ? ('not_for_type' as const) : null);

  const locked: VisibleLead['locked'] = [];
  for (const scope of shareScopes) {
    const reason = lock(scope);
    if (reason) locked.push({ field: scope, reason });
  }
  if (hidesProperty && !lock('requirements')) locked.push({ field: 'property', reason: 'not_for_type' });
  if (messageLock) locked.push({ field: 'message', reason: messageLock });

  return {
    contact: lead && !lock('contact') ? contactOf(lead) : null,
    budget: lead && !lock('budget') ? budgetOf(lead) : null,
    requirements: lead && !lock('requirements') ? requirementsOf(lead, hidesProperty) : null,
    message: lead && !messageLock ? lead.message : null,
    locked,
  };
}

function contactOf({ name, email, phone, location }: SharedLead): VisibleLead['contact'] {
  return { name, email, phone, location };
}

function budgetOf(lead: SharedLead): VisibleLead['budget'] {
  const { currency, budgetMinMinor, budgetMaxMinor, financing, payment } = lead;
  return { currency, minMinor: budgetMinMinor, maxMinor: budgetMaxMinor, financing, payment };
}

function requirementsOf(lead: SharedLead, hidesProperty: boolean): VisibleLead['requirements'] {
  const { region, serviceNeeded, propertyType, place, size, amenities, moveIn } = lead;
  return {
    region,
    serviceNeeded,
    property: hidesProperty ? null : { propertyType, place, size, amenities, moveIn },
  };
}
