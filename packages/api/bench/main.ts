import { writeFile } from 'node:fs/promises';
import { readProcessEnv } from '@goodword/config/env';
import { measureFigures } from './figures.ts';
import { writeReport } from './report.ts';
import { measurePages } from './scale.ts';
import { seed } from './seed.ts';

/** Started by `npm run bench` and `npm run bench:scale` with a database of its own; one word, one task. */
const commands: Record<string, (options: Record<string, string>) => Promise<void>> = {
  /** Fills the database and leaves the cookies of the people it signed in. */
  async seed({ out = '', partners, clients, clicks }) {
    const { databaseUrl, appSecret: secret } = readProcessEnv();
    const size =
      partners && clients && clicks
        ? { partners: Number(partners), clients: Number(clients), clicks: Number(clicks) }
        : {};
    await writeFile(
      out,
      JSON.stringify(await seed({ databaseUrl, superuserUrl: superuserUrl(), secret, ...size })),
    );
  },
  async figures({ cookies = '{}', rounds = '5', seconds = '5', only, docs }) {
    const { databaseUrl, edgePort, partnerUrl, adminUrl } = readProcessEnv();
    const { staffCookie, partnerCookies } = JSON.parse(cookies);
    const setup = {
      databaseUrl,
      superuserUrl: superuserUrl(),
      edgePort,
      partnerUrl,
      adminUrl,
      staffCookie,
      partnerCookies,
      connections: 32,
    };
    const figures = await measureFigures({
      setup,
      rounds: Number(rounds),
      seconds: Number(seconds),
      only,
      say,
    });
    say(await writeReport(figures, docs));
  },
  async pages({ cookies = '{}', calls = '300' }) {
    const { adminUrl, partnerUrl } = readProcessEnv();
    const { staffCookie, partnerCookies } = JSON.parse(cookies);
    const place = { adminUrl, partnerUrl, staffCookie, partnerCookie: partnerCookies[8] };
    say(JSON.stringify(await measurePages(place, Number(calls))));
  },
};

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function superuserUrl(): string {
  const url = process.env.BENCH_SUPERUSER_URL;
  if (!url) throw new Error('started by npm run bench only');
  return url;
}

const [name = '', ...given] = process.argv.slice(2);
const options = Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
await commands[name]?.(options);
process.exit(0);
