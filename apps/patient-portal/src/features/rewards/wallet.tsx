'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  Button,
  Card,
  DateOnly,
  EmptyState,
  Money,
  SimpleTable,
  Stat,
  StatGrid,
  StatusBadge,
} from '@goodword/ui';
import { CalendarClock, MessageSquareText, Ticket, Wallet as WalletIcon } from 'lucide-react';

type Wallet = Outputs['rewards']['wallet'];
type Lot = Wallet['lots'][number];
type Voucher = Wallet['vouchers'][number];
type Line = Wallet['history'][number];
type Balance = Wallet['balances'][number];

const kinds: Record<Line['kind'], string> = { earned: 'Earned', used: 'Used', expired: 'Ended' };

/** What a patient earned and used. Nothing here says which friend caused it. */
export function Wallet({ wallet }: { wallet: Wallet }) {
  const { balances, lots, vouchers, history } = wallet;
  if (history.length === 0 && balances.length === 0 && vouchers.length === 0) return <EmptyWallet />;
  return (
    <>
      <Balances balances={balances} />
      {vouchers.length > 0 && <Vouchers vouchers={vouchers} />}
      {lots.length > 0 && <Lots lots={lots} />}
      <HowToUse />
      <History lines={history} />
    </>
  );
}

function EmptyWallet() {
  return (
    <>
      <Card>
        <EmptyState
          title="Your wallet is empty"
          drawing="money"
          action={
            <Button variant="primary" href="/friends">
              Refer a friend
            </Button>
          }
        >
          Rewards appear here by themselves, some time after a friend joined.
        </EmptyState>
      </Card>
      <HowToUse />
    </>
  );
}

function balanceHelp({ reservedMinor, nextExpiry, currency }: Balance) {
  return (
    <>
      {nextExpiry && (
        <span>
          <Money amountMinor={nextExpiry.amountMinor} currency={currency} /> ends on{' '}
          <DateOnly value={nextExpiry.at} />
        </span>
      )}
      {reservedMinor > 0n && (
        <span>
          <Money amountMinor={reservedMinor} currency={currency} /> held for an open order
        </span>
      )}
    </>
  );
}

function Balances({ balances }: { balances: readonly Balance[] }) {
  if (balances.length === 0) {
    return (
      <Stat
        label="Credit"
        value="None at the moment"
        icon={<WalletIcon />}
        help="New credit appears here as soon as you can use it."
      />
    );
  }
  return (
    <StatGrid>
      {balances.map((balance) => (
        <Stat
          key={balance.currency}
          label={`Credit in ${balance.currency}`}
          value={<Money amountMinor={balance.amountMinor} currency={balance.currency} />}
          help={balanceHelp(balance)}
          icon={<WalletIcon />}
        />
      ))}
    </StatGrid>
  );
}

function Vouchers({ vouchers }: { vouchers: readonly Voucher[] }) {
  return (
    <Card title="Vouchers" description="Each can be used once.">
      <ul className="grid gap-3 sm:grid-cols-2">
        {vouchers.map((voucher) => (
          <li
            key={voucher.id}
            className="flex items-start gap-3 rounded-card border border-line border-dashed bg-subtle/50 p-4"
          >
            <Ticket aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
            <div className="grid min-w-0 flex-1 gap-1">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="font-medium text-ink text-sm first-letter:uppercase">{voucher.words}</h3>
                <StatusBadge
                  status={voucher.status}
                  label={voucher.status === 'available' ? 'Ready to use' : undefined}
                />
              </div>
              <p className="text-[0.8125rem] text-ink-soft leading-5">
                {voucher.label}
                <VoucherDate voucher={voucher} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function VoucherDate({ voucher }: { voucher: Voucher }) {
  if (voucher.redeemedAt) {
    return (
      <>
        {' · '}used on <DateOnly value={voucher.redeemedAt} />
      </>
    );
  }
  if (voucher.status !== 'available' || !voucher.expiresAt) return null;
  return (
    <>
      {' · '}until <DateOnly value={voucher.expiresAt} />
    </>
  );
}

function Lots({ lots }: { lots: readonly Lot[] }) {
  return (
    <Card title="Your credit by date" description="What ends first is used first, by itself." padded={false}>
      <SimpleTable
        label="Your credit by date"
        rows={lots}
        getRowKey={(lot) => lot.id}
        columns={[
          { key: 'label', header: 'From', cell: (lot) => lot.label },
          {
            key: 'left',
            header: 'Left',
            align: 'right',
            cell: (lot) => <Money amountMinor={lot.remainingMinor} currency={lot.currency} />,
          },
          {
            key: 'of',
            header: 'Of',
            align: 'right',
            cell: (lot) => <Money amountMinor={lot.amountMinor} currency={lot.currency} />,
          },
          { key: 'ends', header: 'Ends', cell: (lot) => <DateOnly value={lot.expiresAt} /> },
        ]}
      />
    </Card>
  );
}

const ways = [
  {
    icon: <MessageSquareText />,
    title: 'Say that you have credit',
    text: 'Mention it when you book or order. We find it by your account; you need no code.',
  },
  {
    icon: <WalletIcon />,
    title: 'It comes off the price',
    text: 'On an order or a consultation, up to what it costs. The rest stays in your wallet.',
  },
  {
    icon: <CalendarClock />,
    title: 'Use it in time',
    text: 'Credit and vouchers end on the date shown here. What ends first is used first.',
  },
];

function HowToUse() {
  return (
    <Card title="How to use it">
      <ol className="grid gap-4 sm:grid-cols-3">
        {ways.map(({ icon, title, text }) => (
          <li key={title} className="flex items-start gap-3">
            <span aria-hidden className="mt-0.5 text-accent-ink [&_svg]:size-5">
              {icon}
            </span>
            <div>
              <h3 className="font-medium text-ink text-sm">{title}</h3>
              <p className="mt-0.5 text-[0.8125rem] text-ink-soft leading-5">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const lineTones = { earned: 'success', used: 'info', expired: 'neutral' } as const;

function History({ lines }: { lines: readonly Line[] }) {
  return (
    <Card title="History" padded={false}>
      {lines.length === 0 ? (
        <EmptyState compact title="Nothing yet" drawing="list">
          What you earn and use is listed here.
        </EmptyState>
      ) : (
        <SimpleTable
          label="History of your rewards"
          rows={lines}
          getRowKey={(line) => line.id}
          columns={[
            { key: 'at', header: 'Date', cell: (line) => <DateOnly value={line.at} /> },
            {
              key: 'words',
              header: 'What',
              cell: (line) => <span className="inline-block first-letter:uppercase">{line.words}</span>,
            },
            {
              key: 'kind',
              header: 'Kind',
              cell: (line) => <Badge tone={lineTones[line.kind]}>{kinds[line.kind]}</Badge>,
            },
            {
              key: 'amount',
              header: 'Amount',
              align: 'right',
              cell: (line) =>
                line.amountMinor === null ? (
                  '—'
                ) : (
                  <Money amountMinor={line.amountMinor} currency={line.currency} signed />
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
