import { z } from 'zod';
import defaultPorts from './ports.json';

/** Everything Goodword lets its operator decide, read and checked once per process. */
export interface Settings {
  nodeEnv: 'production' | 'development' | 'test';
  /** PostgreSQL to use; without it `npm start` runs the built-in one. */
  databaseUrl: string | undefined;
  /** Account that owns the tables, where it differs from the one the application connects with. */
  databaseOwnerUrl: string | undefined;
  /** Key of everything that is encrypted or signed; without it `npm start` makes one and keeps it. */
  appSecret: string | undefined;
  /** Address to listen on. */
  host: string;
  adminPort: number;
  partnerPort: number;
  patientPort: number;
  edgePort: number;
  workerPort: number;
  /** Public addresses without a slash at the end, as people see them in mails and links. */
  adminUrl: string;
  partnerUrl: string;
  patientUrl: string;
  edgeUrl: string;
  /** Mail server; without it messages are kept and shown under Messages in admin. */
  smtpUrl: string | undefined;
  mailFrom: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Only in drills: a file with the seconds by which the clock is wrong. */
  clockOffsetFile: string | undefined;
  /** Whether `npm start` fills an empty database with demo data. */
  demoData: boolean;
  /** Whether the client address is taken from the `X-Forwarded-For` a reverse proxy sets. */
  trustProxy: boolean;
  /** Whether session cookies travel over https only, per app. */
  secureCookies: { admin: boolean; partner: boolean; patient: boolean };
}

/** Settings of a process that is already set up: the database and the secret are there. */
export type ProcessSettings = Settings & { databaseUrl: string; appSecret: string };

/** One or more settings cannot be used; the message says for each what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'One setting needs' : `${problems.length} settings need`} a change.\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
}

const port = (name: keyof typeof defaultPorts) =>
  z
    .string()
    .regex(/^\d+$/, { error: asks('a whole number from 1 to 65535') })
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, { error: asks('a whole number from 1 to 65535') })
    .default(defaultPorts[name]);

const webAddress = z
  .string()
  .refine((value) => hasProtocol(value, ['http:', 'https:']), {
    error: asks('a web address such as https://partners.example.com'),
  })
  .transform((value) => value.replace(/\/+$/, ''))
  .optional();

const databaseAddress = z
  .string()
  .refine((value) => hasProtocol(value, ['postgres:', 'postgresql:']), {
    error: () => 'must look like postgres://user:password@host:5432/database',
  })
  .optional();

const onOff = z.enum(['on', 'off'], { error: asks('"on" or "off"') });

const shape = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: asks('"production", "development" or "test"') })
    .default('production'),
  DATABASE_URL: databaseAddress,
  DATABASE_OWNER_URL: databaseAddress,
  APP_SECRET: z
    .string()
    .min(32, { error: () => 'must have at least 32 characters; make one with: openssl rand -base64 36' })
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: asks('an address to listen on, such as 127.0.0.1 or 0.0.0.0') })
    .default('127.0.0.1'),
  ADMIN_PORT: port('ADMIN_PORT'),
  PARTNER_PORT: port('PARTNER_PORT'),
  PATIENT_PORT: port('PATIENT_PORT'),
  EDGE_PORT: port('EDGE_PORT'),
  WORKER_PORT: port('WORKER_PORT'),
  ADMIN_URL: webAddress,
  PARTNER_URL: webAddress,
  PATIENT_URL: webAddress,
  EDGE_URL: webAddress,
  SMTP_URL: z
    .string()
    .refine((value) => hasProtocol(value, ['smtp:', 'smtps:']), {
      error: () => 'must look like smtps://user:password@mail.example.com:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: asks('an e-mail address such as Goodword <hello@example.com>'),
    })
    .default('Goodword <goodword@localhost>'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: asks('one of trace, debug, info, warn, error, fatal, silent'),
    })
    .default('info'),
  DEMO_DATA: onOff.default('on'),
  CLOCK_OFFSET_FILE: z.string().optional(),
  TRUST_PROXY: onOff.default('off'),
  COOKIE_SECURE: z.enum(['auto', 'on', 'off'], { error: asks('"auto", "on" or "off"') }).default('auto'),
});

/** Names of all settings, as the environment and `.env` spell them. */
export const settingNames = Object.keys(shape.shape) as readonly (keyof typeof shape.shape)[];

/**
 * Reads and checks all settings. An empty value counts as absent.
 *
 * @throws SettingsError naming every setting that cannot be used
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(settingNames.map((name) => [name, source[name]?.trim() || undefined]));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  const env = parsed.data;
  const problems = [...portsUsedTwice(env), ...ownerWithoutDatabase(env), ...clockOfAnother(env)];
  if (problems.length > 0) throw new SettingsError(problems);
  return toSettings(env);
}

/**
 * Like {@link readEnv}, for a process that cannot do without a database and a secret. `npm start` provides both.
 *
 * @throws SettingsError naming every setting that is missing or cannot be used
 */
export function readProcessEnv(source: Record<string, string | undefined> = process.env): ProcessSettings {
  const settings = readEnv(source);
  const { databaseUrl, appSecret } = settings;
  if (databaseUrl === undefined || appSecret === undefined) {
    const missing = [databaseUrl === undefined && 'DATABASE_URL', appSecret === undefined && 'APP_SECRET'];
    throw new SettingsError(
      missing
        .filter((name) => name !== false)
        .map((name) => `${name} is missing. Use npm start, which provides it, or set it.`),
    );
  }
  return { ...settings, databaseUrl, appSecret };
}

type Env = z.infer<typeof shape>;

function toSettings(env: Env): Settings {
  const adminUrl = env.ADMIN_URL ?? `http://localhost:${env.ADMIN_PORT}`;
  const partnerUrl = env.PARTNER_URL ?? `http://localhost:${env.PARTNER_PORT}`;
  const patientUrl = env.PATIENT_URL ?? `http://localhost:${env.PATIENT_PORT}`;
  const secure = (url: string) =>
    env.COOKIE_SECURE === 'auto' ? url.startsWith('https:') : env.COOKIE_SECURE === 'on';
  return {
    nodeEnv: env.NODE_ENV,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    appSecret: env.APP_SECRET,
    host: env.HOST,
    adminPort: env.ADMIN_PORT,
    partnerPort: env.PARTNER_PORT,
    patientPort: env.PATIENT_PORT,
    edgePort: env.EDGE_PORT,
    workerPort: env.WORKER_PORT,
    adminUrl,
    partnerUrl,
    patientUrl,
    edgeUrl: env.EDGE_URL ?? `http://localhost:${env.EDGE_PORT}`,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    clockOffsetFile: env.CLOCK_OFFSET_FILE,
    demoData: env.DEMO_DATA === 'on',
    trustProxy: env.TRUST_PROXY === 'on',
    secureCookies: { admin: secure(adminUrl), partner: secure(partnerUrl), patient: secure(patientUrl) },
  };
}

function portsUsedTwice(env: Env): string[] {
  const names = Object.keys(defaultPorts) as (keyof typeof defaultPorts)[];
  return names.flatMap((name, index) => {
    const twin = names.slice(0, index).find((earlier) => env[earlier] === env[name]);
    return twin ? [`${twin} and ${name} are both ${env[name]}. Give each its own port.`] : [];
  });
}

function ownerWithoutDatabase(env: Env): string[] {
  if (!env.DATABASE_OWNER_URL || env.DATABASE_URL) return [];
  return ['DATABASE_OWNER_URL is set without DATABASE_URL. Set both, or neither for the built-in database.'];
}

/** A clock that can be moved is for drills: it is refused where anybody but this machine could be served. */
function clockOfAnother(env: Env): string[] {
  if (!env.CLOCK_OFFSET_FILE) return [];
  const isServing = [env.ADMIN_URL, env.PARTNER_URL, env.PATIENT_URL, env.EDGE_URL].some(
    (url) => url !== undefined && !['localhost', '127.0.0.1'].includes(new URL(url).hostname),
  );
  return isServing || env.TRUST_PROXY === 'on'
    ? [
        'CLOCK_OFFSET_FILE moves the clock for a drill and cannot be set where people are served. Take it out.',
      ]
    : [];
}

/** Names the given value, but only for settings that hold no secret. */
function asks(wanted: string) {
  return ({ input }: { input?: unknown }) => `must be ${wanted}, but is "${String(input)}"`;
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocols.includes(protocol) && hostname !== '';
}
