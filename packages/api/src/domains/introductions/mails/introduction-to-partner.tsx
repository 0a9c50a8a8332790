import { describeMoney } from '../../../shared/money.ts';
import { regionName } from '../../../shared/regions.ts';
import {
  ActionButton,
  Heading,
  Layout,
  Paragraph,
  SmallPrint,
  type Template,
} from '../../notifications/index.ts';
import { type RequestTimeline, requestTimelines } from '../introductions.schema.ts';
import type { VisibleRequest } from '../visible-request.ts';

export interface IntroductionToPartner {
  partnerName: string;
  partnerTypeName: string;
  /** Already cut to what the client allows. */
  request: VisibleRequest;
  url: string;
}

export const introductionToPartner: Template<IntroductionToPartner> = {
  name: 'introduction-to-partner',
  subject: (_data, { organisationName }) => `${organisationName} introduces a client to you`,
  body: ({ partnerName, partnerTypeName, request, url }, sender) => (
    <Layout sender={sender} preview="A client looks for somebody like you.">
      <Heading>A client looks for somebody like you</Heading>
      <Paragraph>
        Hello {partnerName}, we introduce a client to you as {partnerTypeName}. This is what the client lets
        us tell you:
      </Paragraph>
      {linesOf(request).map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <ActionButton href={url}>Open the introduction</ActionButton>
      <SmallPrint>
        Tell us there when you are in touch, or that you cannot take it. Use what you read here for this
        request only.
      </SmallPrint>
    </Layout>
  ),
};

function linesOf({ contact, budget, requirements, specificNeed }: VisibleRequest): string[] {
  const lines: string[] = [];
  if (contact) {
    const ways = [contact.email, contact.phone, contact.location].filter((way) => way !== null);
    lines.push(`Contact: ${[contact.name, ...ways].join(', ')} (group: ${contact.groupName})`);
  }
  if (requirements) {
    const { region, groupSize, timeline } = requirements;
    lines.push(`Where: ${regionName(region)}`, `People: ${groupSize}`, `When: ${timelineWords(timeline)}`);
  }
  if (budget) {
    const amount = (minor: bigint | null) =>
      minor === null ? null : describeMoney({ amountMinor: minor, currency: budget.currency });
    const [from, to] = [amount(budget.minMinor), amount(budget.maxMinor)];
    if (from || to) lines.push(`Price range: ${from ?? 'open'} to ${to ?? 'open'}`);
  }
  if (specificNeed) lines.push(`In their words: ${specificNeed}`);
  return lines;
}

function timelineWords(timeline: string): string {
  return requestTimelines[timeline as RequestTimeline] ?? timeline;
}
