/** The client as the partner typed it; nothing is left of one who opted out. */
export function clientLabel({ clientName }: { clientName: string | null }): string {
  return clientName ?? 'Contact removed';
}
