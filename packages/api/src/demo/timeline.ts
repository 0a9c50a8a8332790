import type { Stage } from './stage.ts';

/** Things that happen at given times, told in order; each may plan further ones. */
export interface Timeline {
  at(date: Date, happen: () => Promise<void>): void;
  /** Tells everything up to `end`, letting the worker answer after each step. */
  run(stage: Stage, end: Date): Promise<void>;
}

interface Planned {
  date: Date;
  order: number;
  happen: () => Promise<void>;
}

export function createTimeline(): Timeline {
  const planned: Planned[] = [];
  let count = 0;
  return {
    at(date, happen) {
      planned.push({ date, order: count++, happen });
    },
    async run(stage, end) {
      for (;;) {
        planned.sort((left, right) => left.date.getTime() - right.date.getTime() || left.order - right.order);
        const next = planned[0];
        if (!next || next.date > end) break;
        planned.shift();
        // A step planned for a moment that passed while others took place happens now.
        await stage.advanceTo(new Date(Math.max(next.date.getTime(), stage.now().getTime())));
        await next.happen();
        await stage.settle();
      }
      await stage.advanceTo(end);
      await stage.settle();
    },
  };
}
