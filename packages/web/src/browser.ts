/**
 * Before anything else runs in the browser: zod would try to make code out of text once on every page, which our content
 * security policy refuses and browsers then report. Set where zod looks for its settings and not by `z.config`, which would
 * bring zod to pages that have no form.
 */
export function prepareBrowser(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
