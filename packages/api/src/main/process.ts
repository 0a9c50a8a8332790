import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessSettings, readProcessEnv } from '@goodword/config/env';
import { connect, type Database } from '@goodword/db';
import type { Logger } from 'pino';
import { captureMailer, type Mailer, smtpMailer } from '../domains/notifications/index.ts';
import type { JobContext } from '../jobs/job.ts';
import type { Urls } from '../platform/context.ts';
import { createLog } from '../platform/log.ts';
import { processClock } from '../platform/process-clock.ts';
import { createVault, type Vault } from '../platform/vault.ts';
import type { Clock } from '../shared/clock.ts';

/** What a process outside Next is made of. */
export interface ProcessParts {
  settings: ProcessSettings;
  db: Database;
  log: Logger;
  clock: Clock;
  vault: Vault;
  urls: Urls;
  mailer: Mailer;
}

export function assembleProcess(
  name: string,
  options: { connections: number; connectSeconds?: number; durable?: boolean },
): ProcessParts {
  const settings = readProcessEnv();
  return {
    settings,
    db: connect({
      url: settings.databaseUrl,
      max: options.connections,
      applicationName: `goodword-${name}`,
      connectSeconds: options.connectSeconds,
      durable: options.durable,
    }),
    log: createLog(name, settings.logLevel),
    clock: processClock(settings.clockOffsetFile),
    vault: createVault(settings.appSecret),
    urls: {
      admin: settings.adminUrl,
      partner: settings.partnerUrl,
      patient: settings.patientUrl,
      edge: settings.edgeUrl,
    },
    mailer: settings.smtpUrl
      ? smtpMailer({ smtpUrl: settings.smtpUrl, from: settings.mailFrom })
      : captureMailer,
  };
}

/** The context in which the system acts for itself. */
export function workerContext(parts: Omit<ProcessParts, 'settings' | 'log'>): JobContext {
  const { db, clock, vault, urls, mailer } = parts;
  return {
    db,
    clock,
    vault,
    urls,
    mailer,
    scope: { audience: 'worker' },
    actor: { type: 'worker' },
    requestId: 'worker',
  };
}

/** How long a process still serves after it said that it is not ready: whoever sends traffic needs that time to notice. */
const NOTICE_MS = 2000;

/**
 * On SIGTERM or SIGINT says that it leaves, gives notice, runs `leave` and exits; a second signal or 25 s end it the
 * hard way. While developing nobody needs the notice.
 * @returns whether it is leaving
 */
export function onLeave(log: Logger, leave: () => Promise<void>): () => boolean {
  let leaving = false;
  const notice = process.env.NODE_ENV === 'production' ? NOTICE_MS : 0;
  const act = () => {
    if (leaving) process.exit(1);
    leaving = true;
    setTimeout(() => process.exit(1), 25_000).unref();
    sleep(notice)
      .then(leave)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', act);
  process.on('SIGINT', act);
  return () => leaving;
}

/** Bundles live in packages/api/dist; the migrations stay with the schema. */
export function migrationsFolder(): string {
  return new URL('../../db/migrations', import.meta.url).pathname;
}

export function docsFolder(): string {
  return new URL('../../../docs', import.meta.url).pathname;
}
