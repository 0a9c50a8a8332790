'use client';

import type { Outputs } from '@goodword/api';
import { scorecardWindows } from '@goodword/api/client';
import { Card, Stat, StatGrid, TextLink } from '@goodword/ui';
import { figureInWords, figureNames, numbersBehind, trendOf } from './figure-words.ts';

export interface ScorecardCardProps {
  partnerId: string;
  scorecard: Outputs['scorecards']['ofPartner'];
}

/** How the partner does, with the numbers behind each figure. Internal. */
export function ScorecardCard({ partnerId, scorecard }: ScorecardCardProps) {
  const { days, figures } = scorecard;
  return (
    <Card
      title="Scorecard"
      description={`The last ${days} days, beside the ${days} before. Internal: the partner never sees this.`}
      actions={
        <nav aria-label="Days of the scorecard" className="flex flex-wrap gap-3 text-sm">
          {scorecardWindows.map((window) =>
            window === days ? (
              <span key={window} aria-current="true" className="font-medium">
                {window} days
              </span>
            ) : (
              <TextLink key={window} href={`/partners/${partnerId}?days=${window}`} className="text-sm">
                {window} days
              </TextLink>
            ),
          )}
        </nav>
      }
    >
      <StatGrid>
        {figures.map((figure) => (
          <Stat
            key={figure.key}
            label={figureNames[figure.key]}
            value={
              <span className={figure.value === null ? 'text-base' : undefined}>{figureInWords(figure)}</span>
            }
            help={numbersBehind(figure)}
            trend={trendOf(figure)}
          />
        ))}
      </StatGrid>
    </Card>
  );
}
