import { accentStyles } from '@goodword/api/client';

/** Address of the organisation's logo in this app; nothing where the product's mark is shown. */
export function logoHref(organisation: { logoHash: string | null } | undefined): string | undefined {
  return organisation?.logoHash ? `/brand/logo/${organisation.logoHash}` : undefined;
}

/** The organisation's colour for the whole app, in light and dark, before anything is drawn. */
export function BrandStyles({ accent }: { accent: string | null | undefined }) {
  // The same element with nothing in it: the page does not change its shape with the setting.
  return <style>{accent ? accentStyles(accent) : ''}</style>;
}
