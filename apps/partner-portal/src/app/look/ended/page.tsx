import type { Metadata } from 'next';
import { NoLook } from '../../../features/looks/no-look.tsx';

export const metadata: Metadata = { title: 'The look has ended', robots: { index: false } };

/** Where whoever looked at a portal comes to when that is over, by whatever cause. */
export default function LookEndedPage() {
  return (
    <NoLook
      title="You have left the partner's portal"
      description="Nothing was changed. What you opened is noted, and the partner can read that you looked. Ask for another look on the page of the partner."
    />
  );
}
