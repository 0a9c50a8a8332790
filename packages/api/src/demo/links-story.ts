import { resolveLink, skeletonOf } from '../domains/links/index.ts';
import { addDays, addHours } from '../shared/clock.ts';
import { seededRandom } from './random.ts';
import type { Tale } from './tale.ts';

interface DemoLink {
  partner: string;
  campaign: string;
  placement?: string;
  slug?: string;
  day: number;
  /** Clicks on a usual day. */
  pace: number;
  archived?: boolean;
}

const links: readonly DemoLink[] = [
  {
    partner: 'yara@marinamedia.test',
    campaign: 'Newcomer guide',
    placement: 'Video',
    slug: 'newcomer-guide',
    day: 118,
    pace: 9,
  },
  {
    partner: 'yara@marinamedia.test',
    campaign: 'Newcomer guide',
    placement: 'Newsletter',
    day: 122,
    pace: 4,
  },
  { partner: 'yara@marinamedia.test', campaign: 'Summer quiz', day: 60, pace: 3, archived: true },
  {
    partner: 'tom@expatcompass.test',
    campaign: 'Moving checklist',
    placement: 'Download',
    slug: 'moving-checklist',
    day: 125,
    pace: 6,
  },
  {
    partner: 'salem@alofuq.test',
    campaign: 'Open day',
    placement: 'Poster',
    slug: 'ofuq-open-day',
    day: 132,
    pace: 3,
  },
  { partner: 'salem@alofuq.test', campaign: 'Open day', placement: 'Invitation card', day: 133, pace: 2 },
  { partner: 'huda@palmdistrict.test', campaign: 'Palm breakfast', placement: 'Flyer', day: 140, pace: 2 },
];

/** Partners hand out links for their campaigns, and people follow them: more in the week, less at its end. */
export function tellLinks(tale: Tale): void {
  const { stage, timeline, start, end } = tale;
  for (const link of links) {
    timeline.at(addHours(addDays(start, link.day), 9), async () => {
      const { partner, campaign, placement, slug } = link;
      const owner = await stage.as('partner', partner);
      const { id } = await owner.links.create({ campaign, placement, slug });
      if (link.archived) {
        timeline.at(addDays(start, link.day + 45), async () => {
          await (await stage.as('partner', partner)).links.archive({ id, archived: true });
        });
      }
    });
  }
  timeline.at(addHours(end, -1), () => followLinks(tale));
}

async function followLinks({ stage }: Tale): Promise<void> {
  // A generator of its own: how many people click changes nothing in the rest of the story.
  const random = seededRandom(412);
  const now = stage.now();
  for (const link of links) {
    const owner = await stage.as('partner', link.partner);
    const mine = await owner.links.mine({ campaign: link.campaign, archived: link.archived ?? false });
    const found = mine.find(({ placement }) => placement === (link.placement ?? ''));
    if (!found) continue;
    const entry = { code: found.code, skeleton: skeletonOf(found.code) };
    const until = found.archivedAt ?? now;
    for (let day = addDays(found.createdAt, 1); day < until; day = addDays(day, 1)) {
      const atWeekend = [0, 6].includes(day.getUTCDay());
      const clicks = random.between(0, atWeekend ? link.pace : link.pace * 2);
      for (let click = 0; click < clicks; click++) {
        const visitor = `demo-${day.getTime()}-${random.between(1, Math.max(2, clicks))}`;
        const occurredAt = addHours(day, -random.next() * 12);
        await resolveLink(stage.system.db, entry, {
          visitorHash: stage.system.vault.keyedHash('visitor', visitor),
          occurredAt,
        });
      }
    }
  }
}
