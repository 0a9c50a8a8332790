/** The link every partner starts with has a name of its own for people. */
export function campaignName(campaign: string): string {
  return campaign === 'default' ? 'Your main link' : campaign;
}
