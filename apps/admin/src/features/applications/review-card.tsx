import type { Outputs } from '@goodword/api';
import { Card } from '@goodword/ui';
import { RecommendationBadge } from './recommendation.tsx';

type Review = Outputs['applications']['get']['review'];

/** What the rules found, worst first. */
export function ReviewCard({ review }: { review: Review }) {
  return (
    <Card
      title="What the rules say"
      description="Advice. You decide."
      actions={<RecommendationBadge value={review.recommendation} />}
    >
      {review.findings.length === 0 ? (
        <p className="text-ink-soft text-sm leading-6">
          Nothing stands out: the answers are complete, the address is a real one, and nobody we know is like
          them.
        </p>
      ) : (
        <ul className="grid gap-3">
          {review.findings.map(({ rule, recommendation, sentence }) => (
            <li key={rule} className="grid justify-items-start gap-1 text-sm leading-6">
              <RecommendationBadge value={recommendation} />
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
