import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

/** What the log writes about an error. */
function linesOf(error: unknown): string {
  const lines: string[] = [];
  const target = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  createLog('test', 'info', target).error({ err: error }, 'failed');
  return lines.join('');
}

test('of a failed query neither its parameters nor the message of its cause reach the log', () => {
  const cause = Object.assign(new Error('duplicate key\nDetail: (email)=(canary@mail.test)'), {
    code: '23505',
  });
  const error = new Error('Failed query: insert into "clients"\nparams: canary@mail.test,$argon2id$canary', {
    cause,
  });
  const written = linesOf(error);
  expect(written).not.toContain('canary');
  expect(written).toContain('Failed query: insert');
  expect(written).toContain('23505');
  expect(written).toContain('log.test.ts');
});

test('something thrown that is no error leaves its kind only', () => {
  expect(linesOf('canary')).not.toContain('canary');
});
