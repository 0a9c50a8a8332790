/** What goes over the wire: bytes, whatever the value types are. */
export function bytes(value: unknown): string {
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item));
}
