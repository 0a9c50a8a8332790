interface Named {
  campaign: string;
  placement: string;
}

/** The link every partner starts with has a name of its own for people. */
export function campaignName(campaign: string): string {
  return campaign === 'default' ? 'Your main link' : campaign;
}

/** Campaign and, where it has several links, the place of this one. */
export function linkName({ campaign, placement }: Named): string {
  return placement ? `${campaignName(campaign)} · ${placement}` : campaignName(campaign);
}
