import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, readProcessEnv, SettingsError, settingNames } from './env.ts';

function problemsOf(source: Record<string, string>, read: typeof readEnv = readEnv): readonly string[] {
  try {
    read(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('has a working default for everything', () => {
    expect(readEnv({})).toMatchObject({
      nodeEnv: 'production',
      databaseUrl: undefined,
      host: '127.0.0.1',
      adminUrl: 'http://localhost:3000',
      edgePort: 3003,
      demoData: true,
      trustProxy: false,
      secureCookies: { admin: false, partner: false, patient: false },
    });
  });

  it('treats an empty value as absent', () => {
    expect(readEnv({ SMTP_URL: ' ', ADMIN_PORT: '' })).toMatchObject({ smtpUrl: undefined, adminPort: 3000 });
  });

  it('lets public addresses follow a changed port', () => {
    expect(readEnv({ PARTNER_PORT: '4001' }).partnerUrl).toBe('http://localhost:4001');
  });

  it('cuts the slash at the end of public addresses', () => {
    expect(readEnv({ EDGE_URL: 'https://go.example.com//' }).edgeUrl).toBe('https://go.example.com');
  });

  it('marks cookies secure exactly for the apps served over https', () => {
    const env = { ADMIN_URL: 'https://admin.example.com' };
    expect(readEnv(env).secureCookies).toEqual({ admin: true, partner: false, patient: false });
    expect(readEnv({ ...env, COOKIE_SECURE: 'off' }).secureCookies.admin).toBe(false);
    expect(readEnv({ COOKIE_SECURE: 'on' }).secureCookies.patient).toBe(true);
  });

  it.each([
    [{ ADMIN_PORT: '70000' }, 'ADMIN_PORT must be a whole number from 1 to 65535'],
    [{ EDGE_PORT: '12x' }, 'EDGE_PORT must be a whole number from 1 to 65535, but is "12x".'],
    [{ DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL must look like postgres://'],
    [{ DATABASE_OWNER_URL: 'postgres://o@host/db' }, 'DATABASE_OWNER_URL is set without DATABASE_URL.'],
    [{ ADMIN_URL: 'admin.example.com' }, 'ADMIN_URL must be a web address such as'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL must look like smtps://'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an e-mail address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace'],
    [{ DEMO_DATA: 'yes' }, 'DEMO_DATA must be "on" or "off", but is "yes".'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be "on" or "off"'],
    [{ COOKIE_SECURE: '1' }, 'COOKIE_SECURE must be "auto", "on" or "off"'],
    [{ HOST: 'http://x y' }, 'HOST must be an address to listen on'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV must be "production"'],
    [{ EDGE_PORT: '3000' }, 'ADMIN_PORT and EDGE_PORT are both 3000. Give each its own port.'],
  ])('says in one sentence what is wrong with %j', (source, sentence) => {
    const problems = problemsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ ADMIN_PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
  });

  it('never repeats a secret in a message', () => {
    const problems = problemsOf({ APP_SECRET: 'hunter2', DATABASE_URL: 'hunter2', SMTP_URL: 'hunter2' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('refuses a process without database or secret', () => {
    expect(problemsOf({}, readProcessEnv)).toEqual([
      'DATABASE_URL is missing. Use npm start, which provides it, or set it.',
      'APP_SECRET is missing. Use npm start, which provides it, or set it.',
    ]);
    const env = { DATABASE_URL: 'postgres://u@h/d', APP_SECRET: 's'.repeat(32) };
    expect(readProcessEnv(env)).toMatchObject({ databaseUrl: 'postgres://u@h/d', appSecret: 's'.repeat(32) });
  });

  it('is documented in .env.example, no setting more and none less', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const documented = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(documented.toSorted()).toEqual([...settingNames].toSorted());
  });
});

it('a clock that can be moved is refused where anybody but this machine could be served', () => {
  const file = { CLOCK_OFFSET_FILE: '/tmp/offset' };
  expect(readEnv(file).clockOffsetFile).toBe('/tmp/offset');
  expect(() => readEnv({ ...file, ADMIN_URL: 'https://admin.example.com' })).toThrow(/CLOCK_OFFSET_FILE/);
  expect(() => readEnv({ ...file, TRUST_PROXY: 'on' })).toThrow(/CLOCK_OFFSET_FILE/);
});
