/** The file of the list as it is filtered now. */
export function csvHref(path: string, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams(
    Object.entries(query).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'cursor',
    ),
  );
  return `${path}/export?${params}`;
}
