import { CspEvaluator } from 'csp_evaluator';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, test, urlOf } from './support/index.ts';

const apps = ['admin', 'partner', 'patient'] as const;

for (const app of apps) {
  test(`${app}: the content security policy holds scripts back, by the judgement of an outside evaluator`, async ({
    request,
  }) => {
    const policy = (await request.get(urlOf(app, '/sign-in'))).headers()['content-security-policy'] ?? '';
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const serious = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
    expect(serious.map(({ directive, description }) => `${directive}: ${description}`)).toEqual([]);
    expect(policy).toContain("'strict-dynamic'");
    expect(policy).toMatch(/'nonce-[^']{16,}'/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test(`${app}: every page is told to others as little as possible`, async ({ request }) => {
    const first = (await request.get(urlOf(app, '/sign-in'))).headers();
    const second = (await request.get(urlOf(app, '/sign-in'))).headers();
    expect(first['x-content-type-options']).toBe('nosniff');
    expect(first['x-powered-by']).toBeUndefined();
    expect(first['content-security-policy']).not.toBe(second['content-security-policy']);
    const secret = await request.get(urlOf(app, `/reset/${'a'.repeat(32)}`));
    expect(secret.headers()['referrer-policy']).toBe('no-referrer');
  });

  test(`${app}: a write from elsewhere is refused before anything reads it`, async ({ request }) => {
    const send = (headers: Record<string, string>) =>
      request.post(urlOf(app, '/api/trpc/identity.signOut'), { data: '{}', headers });
    expect((await send({ origin: 'https://evil.test', 'content-type': 'application/json' })).status()).toBe(
      403,
    );
    expect((await send({ 'content-type': 'application/json' })).status()).toBe(403);
    const read = await request.get(urlOf(app, '/api/trpc/identity.signOut'));
    expect(read.status()).toBeGreaterThanOrEqual(400);
  });
}
