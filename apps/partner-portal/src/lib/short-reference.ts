/** The end of an id, to talk about a thing whose name is not ours to know. */
export function shortReference(id: string): string {
  return id.slice(-6).toUpperCase();
}
