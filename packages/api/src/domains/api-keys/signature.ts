import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks: how old or early a signed request may be. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;

export interface SignedRequest {
  /** `webhook-id` */
  id: string | undefined;
  /** `webhook-timestamp`, seconds since 1970 */
  timestamp: string | undefined;
  /** `webhook-signature`: one or more `v1,<base64>` separated by spaces, so that secrets can be rotated */
  signature: string | undefined;
  /** The body byte for byte. */
  body: Buffer;
}

export type SignatureProblem = 'missing' | 'too_old' | 'wrong';

/**
 * Checks a request against the Standard Webhooks rules with our own clock.
 * @param secret `whsec_` and base64
 * @returns null when it is genuine and fresh
 */
export function signatureProblem(secret: string, request: SignedRequest, now: Date): SignatureProblem | null {
  const { id, timestamp, signature, body } = request;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'missing';
  const ageSeconds = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (ageSeconds > SIGNATURE_TOLERANCE_SECONDS) return 'too_old';

  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const genuine = signature.split(' ').some((part) => {
    const [version, value = ''] = part.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return genuine ? null : 'wrong';
}
