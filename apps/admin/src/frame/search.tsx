'use client';

import { type CommandItem, humanize } from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useCallback } from 'react';

const AT_MOST = 5;

/** Where something with an id is opened, by the prefix of the id. */
const pages: Record<string, { path: string; what: string }> = {
  par: { path: '/partners', what: 'partner' },
  led: { path: '/leads', what: 'lead' },
  ref: { path: '/referrals', what: 'referral' },
  pgr: { path: '/partner-groups', what: 'partner group' },
  req: { path: '/introductions', what: 'request' },
  del: { path: '/deals', what: 'deal' },
  com: { path: '/commissions', what: 'commission' },
  pba: { path: '/payouts', what: 'payout batch' },
  prg: { path: '/programs', what: 'program' },
  inv: { path: '/invites', what: 'invite' },
  msg: { path: '/messages', what: 'message' },
};

function byId(text: string): CommandItem[] {
  const page = /^[a-z]{3}_[0-9a-z]{26}$/.test(text) ? pages[text.slice(0, 3)] : undefined;
  return page ? [{ label: `Open ${page.what} ${text}`, href: `${page.path}/${text}`, group: 'By id' }] : [];
}

/** Finds partners, leads and referrals by name, e-mail or code, and anything by its id. */
export function useSearch(): (text: string) => Promise<CommandItem[]> {
  const utils = trpc.useUtils();
  return useCallback(
    async (typed) => {
      const search = typed.trim();
      const exact = byId(search);
      if (search.length < 2 || exact.length > 0) return exact;
      const [partners, leads, referrals] = await Promise.all([
        utils.partners.list.fetch({ search, limit: AT_MOST }),
        utils.leads.list.fetch({ search, limit: AT_MOST }),
        utils.referrals.list.fetch({ search, limit: AT_MOST }),
      ]);
      return [
        ...partners.rows.map((row) => ({
          label: row.name,
          hint: humanize(row.status),
          href: `/partners/${row.id}`,
          group: 'Partners',
        })),
        ...leads.rows.map((row) => ({
          label: row.clientName,
          hint: humanize(row.status),
          href: `/leads/${row.id}`,
          group: 'Leads',
        })),
        ...referrals.rows.map((row) => ({
          label: `${row.clientName ?? 'Client'}, sent by ${row.partnerName}`,
          hint: humanize(row.status),
          href: `/referrals/${row.id}`,
          group: 'Referrals',
        })),
      ];
    },
    [utils],
  );
}
