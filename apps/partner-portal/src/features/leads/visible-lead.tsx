import type { Outputs } from '@goodword/api';
import { regionName } from '@goodword/api/client';
import { Card, type DefinitionItem, DefinitionList, LockedField, Phone, TextLink } from '@goodword/ui';
import type { ReactNode } from 'react';
import { MoneyRange } from '../../lib/money-range.tsx';
import { fieldWords, lockSentence } from '../../lib/words.ts';

type Lead = Outputs['shares']['mineDetail']['lead'];

/** What is open of a lead; each part that is not stands there locked, with the reason. */
export function VisibleLead({ lead }: { lead: Lead }) {
  if (lead.locked.length > 0 && lead.locked.every(({ reason }) => reason === 'ended')) {
    return <LockedField label="What was shared" reason={lockSentence('ended')} />;
  }
  return (
    <>
      <Part lead={lead} field="contact" items={contactItems(lead.contact)} />
      <Part lead={lead} field="budget" items={budgetItems(lead.budget)} />
      <Part lead={lead} field="requirements" items={requirementItems(lead.requirements)}>
        <Locked lead={lead} field="property" />
      </Part>
      {lead.message === null ? (
        <Locked lead={lead} field="message" />
      ) : (
        <Card title={fieldWords.message}>
          <p className="whitespace-pre-line text-pretty text-ink text-sm leading-6">{lead.message}</p>
        </Card>
      )}
      <p className="text-[0.8125rem] text-ink-soft">
        What you see follows what the client allows. They can take it back at any time, and the page follows.
      </p>
    </>
  );
}

type Field = Lead['locked'][number]['field'];

function lockOf(lead: Lead, field: Field) {
  return lead.locked.find((lock) => lock.field === field);
}

function Locked({ lead, field }: { lead: Lead; field: Field }) {
  const lock = lockOf(lead, field);
  return lock ? <LockedField label={fieldWords[field]} reason={lockSentence(lock.reason)} /> : null;
}

interface PartProps {
  lead: Lead;
  field: 'contact' | 'budget' | 'requirements';
  items: DefinitionItem[] | null;
  children?: ReactNode;
}

function Part({ lead, field, items, children }: PartProps) {
  if (!items) return <Locked lead={lead} field={field} />;
  return (
    <Card title={fieldWords[field]}>
      <div className="grid gap-3">
        <DefinitionList items={items} />
        {children}
      </div>
    </Card>
  );
}

function contactItems(contact: Lead['contact']): DefinitionItem[] | null {
  if (!contact) return null;
  return [
    { label: 'Name', value: contact.name },
    {
      label: 'E-mail',
      value: contact.email && <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>,
    },
    { label: 'Phone', value: contact.phone && <Phone value={contact.phone} /> },
    { label: 'Location', value: contact.location },
  ];
}

function budgetItems(budget: Lead['budget']): DefinitionItem[] | null {
  if (!budget) return null;
  return [
    { label: 'Budget', value: <MoneyRange {...budget} /> },
    { label: 'Financing', value: budget.financing },
    { label: 'Payment', value: budget.payment },
  ];
}

function requirementItems(requirements: Lead['requirements']): DefinitionItem[] | null {
  if (!requirements) return null;
  const { region, serviceNeeded, property } = requirements;
  const items: DefinitionItem[] = [{ label: 'Region', value: regionName(region) }];
  if (serviceNeeded) items.push({ label: 'Service needed', value: serviceNeeded });
  if (property) {
    items.push(
      { label: 'Property type', value: property.propertyType },
      { label: 'Place', value: property.place },
      { label: 'Size', value: property.size },
      { label: 'Amenities', value: property.amenities.join(', ') },
      { label: 'Move-in', value: property.moveIn },
    );
  }
  return items;
}
