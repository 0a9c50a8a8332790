'use client';

import type { Outputs } from '@goodword/api';
import type { Permission } from '@goodword/api/client';
import { Card } from '@goodword/ui';
import { Check } from 'lucide-react';
import { useMay, usePatientWords } from '../../frame/role.tsx';
import { LinkRow } from './link-row.tsx';

type Steps = Outputs['home']['summary']['firstSteps'];

interface Step {
  key: keyof Steps;
  href: string;
  permission: Permission;
  title: string;
  text: string;
}

/** A house with more than this done finds its own way. */
const ENOUGH = 2;

/** What a new house begins with; nothing once most of it was done. */
export function FirstSteps({ steps }: { steps: Steps }) {
  const may = useMay();
  const patients = usePatientWords();
  if (Object.values(steps).filter(Boolean).length > ENOUGH) return null;
  const all: readonly Step[] = [
    {
      key: 'colleagues',
      href: '/staff',
      permission: 'settings.manage',
      title: 'Invite your colleagues',
      text: 'Whoever approves a payout must be somebody else than who made it.',
    },
    {
      key: 'partners',
      href: '/partners',
      permission: 'partners.manage',
      title: 'Add your partners',
      text: 'Invite one by mail, or bring your list as a CSV file.',
    },
    {
      key: 'coverage',
      href: '/coverage',
      permission: 'coverage.manage',
      title: 'Say where you can help',
      text: `Where ${patients.many} can ask for which kind of professional.`,
    },
    {
      key: 'programs',
      href: '/programs',
      permission: 'programs.manage',
      title: 'Write your first program',
      text: `What ${patients.many} and their friends get when a friend joins.`,
    },
  ];
  const mine = all.filter(({ permission }) => may(permission));
  if (mine.length === 0) return null;
  return (
    <Card title="First steps" description="In the order you like." padded={false}>
      <ul>
        {mine.map(({ key, href, title, text }) => (
          <LinkRow
            key={key}
            href={href}
            mark={
              <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-field">
                {steps[key] && <Check aria-label="Done" className="size-4 text-accent-ink" />}
              </span>
            }
          >
            <span className="block font-medium text-ink">{title}</span>
            <span className="block text-ink-soft">{text}</span>
          </LinkRow>
        ))}
      </ul>
    </Card>
  );
}
