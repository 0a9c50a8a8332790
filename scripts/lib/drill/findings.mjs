import { dim, green, red, say } from '../terminal.mjs';

/** What a drill saw, each with whether it is as it should be. */
export class Findings {
  isGood = true;

  /** Something seen that decides nothing. @param {string} text */
  note(text) {
    say(dim(`  ${text}`));
  }

  /** @param {boolean} holds @param {string} text */
  check(holds, text) {
    say(`  ${holds ? green('✓') : red('✗')} ${text}`);
    if (!holds) this.isGood = false;
  }

  /** @param {string} what @param {number | undefined} seconds @param {number} most */
  within(what, seconds, most) {
    this.check(
      seconds !== undefined && seconds <= most,
      `${what}: ${seconds === undefined ? 'not' : `${seconds.toFixed(1)} s`} (at most ${most} s)`,
    );
  }
}

/**
 * Everything that was acknowledged is there exactly once, has had its effect exactly once, and nothing is there twice.
 *
 * @param {Findings} findings
 * @param {import('./house.mjs').House} house
 * @param {ReturnType<import('./traffic.mjs').startTraffic>} traffic
 */
export async function checkNothingLost(findings, house, { events, clicks }) {
  const worked = await house.secondsUntilWorked(events, 60_000);
  findings.within('all acknowledged events worked after', worked, 60);
  const hashes = clicks.map(({ userAgent, at }) => house.parts.visitorHash(userAgent, at));
  const [seen] = await house.ask(
    (sql) => sql`
      select
        (select count(*)::int from inbound_events where event_id = any(${events})) as events,
        (select count(*)::int from consultations where external_id = any(${events})) as consultations,
        (select count(*)::int from (select from consultations where external_id like 'drill-%' group by external_id having count(*) > 1) d) as twice,
        (select count(distinct visitor_hash)::int from interactions where visitor_hash = any(${hashes})) as clicks,
        (select count(*)::int from (select from interactions where visitor_hash = any(${hashes}) group by visitor_hash having count(*) > 1) d) as "clicksTwice"`,
  );
  findings.check(
    seen.events === events.length && seen.consultations === events.length && seen.twice === 0,
    `${events.length} events acknowledged, ${seen.events} stored, ${seen.consultations} took effect, ${seen.twice} twice`,
  );
  findings.check(
    seen.clicks === clicks.length && seen.clicksTwice === 0,
    `${clicks.length} clicks acknowledged, ${seen.clicks} recorded, ${seen.clicksTwice} twice`,
  );
}
