'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Button, DetailLayout, Page, PageHeader } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { History } from '../../lib/history.tsx';
import { TermsPreview } from '../../lib/terms-preview.tsx';
import { LawPanel } from './law-panel.tsx';
import { QuestionsCard } from './questions-card.tsx';
import { TypeCard } from './types-list.tsx';

type PartnerType = Outputs['catalogue']['get'];

export interface TypeDetailProps {
  type: PartnerType;
  questions: Outputs['applications']['typeQuestions']['questions'];
  currency: string;
}

/** One partner type: its rules, what they come to, where the law lets it be paid, and who changed what. */
export function TypeDetail({ type, questions, currency }: TypeDetailProps) {
  const manages = useMay()('catalogue.manage');
  const retire = trpc.catalogue.retire.useMutation();
  const { code, version, engagements, ownTerms } = type;
  const retired = type.retiredAt !== null;
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Partner types', href: '/partner-types' }, { label: type.name }]}
        title={type.name}
        status={retired ? <Badge>Retired</Badge> : undefined}
        meta={
          <span>
            {engagements} running {engagements === 1 ? 'engagement' : 'engagements'}, {ownTerms} with terms of
            their own
          </span>
        }
        actions={
          manages && (
            <>
              <Act
                label={retired ? 'Reopen' : 'Retire'}
                title={retired ? `Reopen ${type.name}?` : `Retire ${type.name}?`}
                consequence={
                  retired
                    ? 'New partners can work in this type again.'
                    : 'Nobody new works in this type. Running engagements go on.'
                }
                reason="required"
                done={retired ? 'The type is open again' : 'The type is retired'}
                run={({ reason }) => retire.mutateAsync({ code, version, retired: !retired, reason })}
              />
              <Button variant="primary" href={`/partner-types/${code}/edit`}>
                Edit
              </Button>
            </>
          )
        }
      />
      <DetailLayout
        main={
          <>
            <TypeCard type={type} />
            <QuestionsCard code={code} questions={questions} />
            <LawPanel type={type} />
          </>
        }
        aside={
          <>
            <TermsPreview terms={type.terms} currency={currency} />
            <History entries={type.timeline} subject="partner_type" />
          </>
        }
      />
    </Page>
  );
}
