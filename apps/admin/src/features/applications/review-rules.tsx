'use client';

import type { Outputs } from '@goodword/api';
import type { ReviewRule } from '@goodword/api/client';
import { Badge, Card, Page, PageHeader, Select, SimpleTable, Switch, toast } from '@goodword/ui';
import { describeFailure, trpc, useDone } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { RecommendationBadge, recommendationWords } from './recommendation.tsx';

type Rule = Outputs['applications']['rules'][number];

const ruleWords: Record<ReviewRule, { title: string; detail: string }> = {
  answers_missing: {
    title: 'A required question is not answered',
    detail: 'Because the question is newer than the application.',
  },
  disposable_email: {
    title: 'The address throws mail away',
    detail: 'It belongs to a service for addresses that live for minutes.',
  },
  free_email: {
    title: 'The address is of a free provider',
    detail: 'It names no company. Normal for single people, odd for a firm.',
  },
  region_closed: {
    title: 'We are closed there',
    detail: 'Coverage says “unavailable” for the type in one of its regions.',
  },
  duplicate_ended: {
    title: 'Like a partner that was refused or ended',
    detail: 'The same address, phone or web domain as one that is rejected, suspended or terminated.',
  },
  duplicate_strong: {
    title: 'Like somebody we know',
    detail: 'The same address, phone or web domain as another partner.',
  },
  duplicate_name: {
    title: 'Called like somebody we know',
    detail: 'The same name and nothing else. Can only ask for a closer look.',
  },
  credential_missing: {
    title: 'No number of a needed credential',
    detail: 'The type needs a licence or registration in one of its regions.',
  },
  applied_before: { title: 'Applied before', detail: 'Once or more, attempts inside a cool-off included.' },
};

/** What the automatic look at an application asks, and what each finding advises. */
export function ReviewRules({ rules }: { rules: Rule[] }) {
  const mayChange = useMay()('settings.manage');
  const change = trpc.applications.changeRule.useMutation();
  const done = useDone();

  async function set(rule: Rule, over: Partial<Rule>) {
    const { code, enabled, recommendation } = { ...rule, ...over };
    try {
      await change.mutateAsync({
        code,
        enabled,
        recommendation: recommendation === 'reject' ? 'reject' : 'look_closer',
      });
      done('Rule saved');
    } catch (error) {
      toast.error('The rule stays as it was', { description: describeFailure(error).message });
    }
  }

  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: 'Applications', href: '/applications' }, { label: 'Review rules' }]}
        title="Review rules"
        description="Each application is looked at by these rules. They advise, and say why; a person decides."
      />
      <Card padded={false}>
        <SimpleTable
          label="Review rules"
          rows={rules}
          getRowKey={(rule) => rule.code}
          columns={[
            {
              key: 'rule',
              header: 'When',
              cell: ({ code }) => (
                <span className="grid">
                  {ruleWords[code].title}
                  <span className="text-[0.8125rem] text-ink-soft">{ruleWords[code].detail}</span>
                </span>
              ),
            },
            {
              key: 'advice',
              header: 'Advice',
              cell: (rule) =>
                mayChange && rule.code !== 'duplicate_name' ? (
                  <Select
                    aria-label={`Advice: ${ruleWords[rule.code].title}`}
                    className="min-w-40"
                    value={rule.recommendation}
                    disabled={change.isPending}
                    options={(['look_closer', 'reject'] as const).map((value) => ({
                      value,
                      label: recommendationWords[value],
                    }))}
                    onChange={({ target }) =>
                      set(rule, { recommendation: target.value === 'reject' ? 'reject' : 'look_closer' })
                    }
                  />
                ) : (
                  <RecommendationBadge value={rule.recommendation} />
                ),
            },
            {
              key: 'enabled',
              header: 'In use',
              cell: (rule) =>
                mayChange ? (
                  <Switch
                    checked={rule.enabled}
                    disabled={change.isPending}
                    label={<span className="sr-only">{ruleWords[rule.code].title}</span>}
                    onCheckedChange={(enabled) => set(rule, { enabled })}
                  />
                ) : (
                  <Badge tone={rule.enabled ? 'success' : 'neutral'}>{rule.enabled ? 'On' : 'Off'}</Badge>
                ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}
