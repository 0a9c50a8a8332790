/** The client as the partner typed it. Who came by the link told us alone; nothing is left of one who opted out. */
export function clientLabel({ clientName, byLink }: { clientName: string | null; byLink: boolean }): string {
  if (byLink) return 'Came by your link';
  return clientName ?? 'Contact removed';
}
