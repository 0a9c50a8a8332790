import { config } from 'zod/v4/core';

/**
 * Before anything else runs in the browser: zod would try to make code out of text once on every page, which our content
 * security policy refuses and browsers then report.
 */
export function prepareBrowser(): void {
  config({ jitless: true });
}
