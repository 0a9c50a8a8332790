/** How far we know whose address a client record holds. */
export interface KnownAddress {
  email: string | null;
  emailNormalised: string | null;
  emailVerifiedAt: Date | null;
}

/** True of a record that a public form made: somebody typed its address, and nobody has proved it to be theirs. */
export function isUnproven({ email, emailNormalised, emailVerifiedAt }: KnownAddress): boolean {
  return email !== null && emailNormalised === null && emailVerifiedAt === null;
}
