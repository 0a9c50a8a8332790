import { addDays, addHours } from '../shared/clock.ts';
import type { Tale } from './tale.ts';

const usTypes = ['attorney', 'lender', 'agent', 'title', 'insurance', 'cpa'];

/** Minnesota and California are announced first; what has a partner opens, a few other states are announced later. */
export function tellCoverage(tale: Tale): void {
  const { timeline, start, stage, staff } = tale;
  const set = async (
    region: string,
    types: string[],
    status: 'available' | 'coming_soon' | 'unavailable',
  ) => {
    const manager = await stage.as('staff', staff.manager);
    for (const partnerTypeCode of types) await manager.coverage.set({ region, partnerTypeCode, status });
  };
  timeline.at(addHours(addDays(start, 0), 4), async () => {
    await set('US-MN', usTypes, 'coming_soon');
    await set('US-CA', usTypes, 'coming_soon');
  });
  timeline.at(addDays(start, 40), () => set('US-MN', ['attorney', 'lender', 'title'], 'available'));
  timeline.at(addDays(start, 52), () => set('US-CA', ['attorney', 'insurance'], 'available'));
  timeline.at(addDays(start, 120), async () => {
    await set('US-WI', ['attorney', 'lender'], 'coming_soon');
    await set('US-CO', ['attorney'], 'coming_soon');
  });
  timeline.at(addDays(start, 150), () => set('US-TX', ['cpa'], 'unavailable'));
}
