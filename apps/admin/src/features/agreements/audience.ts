export interface TypeName {
  code: string;
  name: string;
}

/** Whom a version is meant for, in words. */
export function audienceOf(codes: readonly string[], types: readonly TypeName[]): string {
  if (codes.length === 0) return 'All partners';
  return codes.map((code) => types.find((type) => type.code === code)?.name ?? code).join(', ');
}
