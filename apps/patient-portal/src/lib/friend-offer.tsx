import { Gift } from 'lucide-react';

/** The offer as the friend reads it; also the preview for the one who shares. */
export function FriendOffer({ words, name }: { words: string; name: string }) {
  return (
    <div className="flex items-start gap-3 rounded-card border border-accent-line bg-accent-soft px-4 py-3.5">
      <Gift aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
      <div className="grid gap-0.5">
        <p className="font-medium text-ink leading-6">{words}</p>
        <p className="text-[0.8125rem] text-ink-soft">{name}</p>
      </div>
    </div>
  );
}
