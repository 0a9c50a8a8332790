import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { UiProvider } from '../../components/ui-provider.tsx';
import { AppShell } from './app-shell.tsx';
import { CommandPalette } from './command-palette.tsx';
import { activeItem, type NavSection } from './navigation.tsx';

const nav: NavSection[] = [
  {
    items: [
      { label: 'Home', href: '/' },
      { label: 'Partners', href: '/partners' },
      { label: 'Types', href: '/partners/types' },
    ],
  },
];

describe('CommandPalette', () => {
  it.each(['{Control>}k{/Control}', '{Meta>}k{/Meta}'])(
    'opens with %s, finds by other words and goes there',
    async (keys) => {
      const navigate = vi.fn();
      const user = userEvent.setup();
      render(
        <UiProvider navigate={navigate}>
          <CommandPalette
            items={[
              { label: 'Commissions', href: '/commissions', keywords: ['earnings'] },
              { label: 'Coverage', href: '/coverage' },
            ]}
          />
        </UiProvider>,
      );
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      await user.keyboard(keys);
      await user.type(await screen.findByRole('combobox'), 'earnings{Enter}');
      expect(navigate).toHaveBeenCalledExactlyOnceWith('/commissions');
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    },
  );

  it('shows what the server finds even when the words differ', async () => {
    const user = userEvent.setup();
    const onSearch = vi.fn(async () => [
      { label: 'Palm Jebel Realty', href: '/partners/1', group: 'Partners' },
    ]);
    render(<CommandPalette items={[]} onSearch={onSearch} />);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), '0501234');
    expect(await screen.findByText('Palm Jebel Realty')).toBeInTheDocument();
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('0501234');
  });

  it('takes the first thing the server found with Enter, although it came after the typing', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    const onSearch = async () => [
      { label: 'Palm Jebel Realty', group: 'Partners', onSelect },
      { label: 'Somebody sent by them', group: 'Referrals', onSelect: vi.fn() },
    ];
    render(<CommandPalette items={[{ label: 'Home', href: '/' }]} onSearch={onSearch} />);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'palm j');
    await screen.findByText('Palm Jebel Realty');
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledOnce();
  });
});

describe('AppShell', () => {
  it('has a way to skip to the content, marks where the person is and opens the palette by keyboard', async () => {
    const user = userEvent.setup();
    render(
      <UiProvider pathname="/partners/par_1">
        <AppShell app="admin" nav={nav} account={{ name: 'Noor Haddad' }}>
          <h1>Palm Jebel</h1>
        </AppShell>
      </UiProvider>,
    );
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Partners' })).toHaveAttribute('aria-current', 'page');
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.getByRole('dialog', { name: 'Search and commands' })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /Types/ })).toBeInTheDocument();
  });
});

describe('activeItem', () => {
  it.each([
    ['/', 'Home'],
    ['/partners', 'Partners'],
    ['/partners/par_1', 'Partners'],
    ['/partners/types/new', 'Types'],
    ['/partnership', undefined],
  ])('finds the destination of %s', (pathname, label) => {
    expect(activeItem(nav, pathname)?.label).toBe(label);
  });
});
