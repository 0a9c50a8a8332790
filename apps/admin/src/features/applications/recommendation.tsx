import type { Recommendation } from '@goodword/api/client';
import { Badge, type Tone } from '@goodword/ui';

export const recommendationWords: Record<Recommendation, string> = {
  approve: 'Nothing against it',
  look_closer: 'Look closer',
  reject: 'Advised against',
};

const tones: Record<Recommendation, Tone> = { approve: 'success', look_closer: 'warning', reject: 'danger' };

/** What the rules advise; a person decides. */
export function RecommendationBadge({ value }: { value: Recommendation }) {
  return (
    <Badge dot tone={tones[value]}>
      {recommendationWords[value]}
    </Badge>
  );
}
