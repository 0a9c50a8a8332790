import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { QrCode } from '../components/qr-code.tsx';
import { Board } from './board.tsx';
import { BarChart, LineChart } from './charts/chart.tsx';
import { UsTileMap } from './us-tile-map.tsx';

describe('UsTileMap', () => {
  it('says each state in words, links it, and shows the same facts as a table', async () => {
    const user = userEvent.setup();
    render(
      <UsTileMap
        label="Coverage"
        states={[{ code: 'IN', status: 'available', count: 4 }]}
        hrefTemplate="/coverage/US-{code}"
      />,
    );
    const tile = screen.getByRole('link', { name: /Indiana: Available, 4 partners/ });
    expect(tile).toHaveAttribute('href', '/coverage/US-IN');
    await user.click(screen.getByRole('button', { name: 'View as table' }));
    const row = screen.getByRole('row', { name: /Indiana/ });
    expect(within(row).getByText('Available')).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(52);
  });
});

describe('BarChart', () => {
  it('has a table with exact amounts', async () => {
    const user = userEvent.setup();
    render(
      <BarChart
        title="Paid by month"
        data={[{ month: 'Jan', paid: 90071992547409931n }]}
        x={{ key: 'month', label: 'Month' }}
        series={[{ key: 'paid', label: 'Paid' }]}
        format={{ kind: 'money', currency: 'USD' }}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'View as table' }));
    expect(screen.getByRole('cell', { name: '$900,719,925,474,099.31' })).toBeInTheDocument();
  });
});

describe('LineChart', () => {
  it('writes a day the way people do', async () => {
    const user = userEvent.setup();
    render(
      <LineChart
        title="Clicks"
        data={[{ day: '2026-03-01', clicks: 4 }]}
        x={{ key: 'day', label: 'Day' }}
        series={[{ key: 'clicks', label: 'Clicks' }]}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'View as table' }));
    expect(screen.getByRole('cell', { name: 'Mar 1, 2026' })).toBeInTheDocument();
  });
});

describe('Board', () => {
  it('says how many more stand in a column than it shows', () => {
    render(
      <Board
        label="Introductions"
        columns={[
          {
            key: 'proposed',
            title: 'Proposed',
            count: 14,
            cards: [{ key: '1', href: '/i/1', title: 'Miller' }],
          },
        ]}
      />,
    );
    const column = screen.getByRole('region', { name: 'Proposed' });
    expect(within(column).getByRole('link', { name: 'Miller' })).toHaveAttribute('href', '/i/1');
    expect(within(column).getByText('and 13 more in the list')).toBeInTheDocument();
  });
});

describe('QrCode', () => {
  it('draws a different code for a different address', () => {
    const { container, rerender } = render(<QrCode label="Link" value="https://a.test/1" />);
    const first = container.querySelector('path')?.getAttribute('d');
    rerender(<QrCode label="Link" value="https://a.test/2" />);
    expect(screen.getByRole('img', { name: 'Link' })).toBeInTheDocument();
    expect(container.querySelector('path')?.getAttribute('d')).not.toBe(first);
  });
});
