import type { Tx } from '@goodword/db';
import type { ShareScope } from '@goodword/db/vocabulary';
import { consentEventsOf, consentedScopes, currentConsents } from '../consent/index.ts';
import { type ShareWithRules, sharedLeads } from './sharing.queries.ts';
import { type Disclosure, openScopes, stageOf, type Ticks } from './sharing.ts';
import { type VisibleLead, visibleLead } from './visible-lead.ts';

export interface ViewedShare extends ShareWithRules {
  lead: VisibleLead;
}

/** Shares as their partner may see them now: consent is read with them, not remembered. */
export async function viewShares(tx: Tx, rows: readonly ShareWithRules[]): Promise<ViewedShare[]> {
  const leads = await sharedLeads(
    tx,
    rows.map(({ share }) => share.id),
  );
  const disclosures = await disclosuresOf(tx, rows);
  return rows.map((row, index) => {
    const { stage: _, ...decision } = disclosures[index] as Disclosure;
    return {
      ...row,
      lead: visibleLead({
        ...decision,
        lead: leads.get(row.share.id) ?? null,
        status: row.share.status,
      }),
    };
  });
}

/** What is open on each share at this moment. */
export async function openScopesOf(tx: Tx, rows: readonly ShareWithRules[]): Promise<ShareScope[][]> {
  return (await disclosuresOf(tx, rows)).map(openScopes);
}

/** What each share could still show: ticks within live consent, whether or not it has opened yet. */
export async function grantedTicksOf(tx: Tx, rows: readonly ShareWithRules[]): Promise<ShareScope[][]> {
  const disclosures = await disclosuresOf(tx, rows);
  return disclosures.map((disclosure) => openScopes({ ...disclosure, stage: 'accepted' }));
}

async function disclosuresOf(tx: Tx, rows: readonly ShareWithRules[]): Promise<Disclosure[]> {
  const events = await consentEventsOf(tx, [...new Set(rows.map(({ share }) => share.clientId))]);
  return rows.map(({ share, ceiling, contactOpensAt, hidesProperty }) => ({
    ticks: ticksOf(share),
    consented: consentedScopes(currentConsents(events.get(share.clientId) ?? []), {
      partnerId: share.partnerId,
      partnerTypeCode: share.partnerTypeCode,
      purpose: 'lead_sharing',
    }),
    rules: { ceiling, contactOpensAt, hidesProperty },
    stage: stageOf(share.status),
  }));
}

/** The ticks of a share row. */
export function ticksOf(share: ShareWithRules['share']): Ticks {
  return { contact: share.tickContact, budget: share.tickBudget, requirements: share.tickRequirements };
}
