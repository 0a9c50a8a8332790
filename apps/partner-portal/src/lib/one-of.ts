/** A value of the address if it is one we know; a filter that is not is left out. */
export function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((item) => item === value);
}
