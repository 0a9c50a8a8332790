'use client';

import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { type DefinitionItem, DefinitionList, LockedField, Phone } from '@goodword/ui';
import { MoneyRange } from '../../lib/money-range.tsx';

type Visible = Outputs['shares']['preview']['lead'];
type Locked = Visible['locked'][number];

const fieldWords: Record<Locked['field'], string> = {
  contact: 'Name and contact',
  budget: 'Budget',
  requirements: 'Requirements',
  property: 'Property',
  message: 'Message of the client',
};

const reasonWords: Record<Locked['reason'], string> = {
  not_shared: 'Not part of this share.',
  no_consent: 'The client has not agreed to share this.',
  not_for_type: 'Not shown to this kind of partner.',
  opens_on_acceptance: 'Opens when the partner accepts the lead.',
  ended: 'Closed, because the share has ended.',
};

function itemsOf({ contact, budget, requirements, message }: Visible): DefinitionItem[] {
  const items: DefinitionItem[] = [];
  const add = (label: string, value: DefinitionItem['value']) => {
    if (value) items.push({ label, value });
  };
  if (contact) {
    add('Name', contact.name);
    add('E-mail', contact.email);
    add('Phone', contact.phone && <Phone value={contact.phone} />);
    add('Location', contact.location);
  }
  if (budget) {
    add(
      'Budget',
      <MoneyRange minMinor={budget.minMinor} maxMinor={budget.maxMinor} currency={budget.currency} />,
    );
    add('Financing', budget.financing);
    add('Payment', budget.payment);
  }
  if (requirements) {
    add('Region', regionName(requirements.region));
    add('Service', requirements.serviceNeeded);
    const { property } = requirements;
    if (property) {
      add('Property', property.propertyType);
      add('Place', property.place);
      add('Size', property.size);
      add('Amenities', property.amenities.join(', '));
      add('Moving in', property.moveIn);
    }
  }
  add('Message', message);
  return items;
}

/** A lead through a partner's eyes: what is open, and why the rest is not. */
export function VisibleLead({ lead }: { lead: Visible }) {
  const items = itemsOf(lead);
  return (
    <div className="grid gap-3">
      {items.length > 0 ? (
        <DefinitionList columns={2} items={items} />
      ) : (
        <p className="text-ink-soft text-sm">Nothing but the fact that there is a lead.</p>
      )}
      {lead.locked.map(({ field, reason }) => (
        <LockedField key={field} label={fieldWords[field]} reason={reasonWords[reason]} />
      ))}
    </div>
  );
}
