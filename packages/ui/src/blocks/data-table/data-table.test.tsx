import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { UiProvider } from '../../components/ui-provider.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import type { DataTableColumn, TableQuery } from './types.ts';

interface Row {
  id: string;
  name: string;
  city: string;
}

const rows: Row[] = [
  { id: 'a', name: 'Alpha', city: 'Dubai' },
  { id: 'b', name: 'Beta', city: 'Pune' },
  { id: 'c', name: 'Gamma', city: 'Indy' },
];
const columns: DataTableColumn<Row>[] = [
  { key: 'name', header: 'Name', sortable: true, cell: (row) => row.name },
  { key: 'city', header: 'City', cell: (row) => row.city },
  { key: 'id', header: 'Number', hidden: true, cell: (row) => `#${row.id}` },
];

/** Stands in for the address bar: what the table asks for comes back as its query. */
function setup(props: Partial<DataTableProps<Row>> = {}, start: TableQuery = {}) {
  const asked = vi.fn();
  const navigate = vi.fn();
  function Page() {
    const [query, setQuery] = useState<TableQuery>(start);
    return (
      <UiProvider navigate={navigate}>
        <DataTable
          label="Partners"
          rows={rows}
          columns={columns}
          getRowKey={(row) => row.id}
          rowHref={(row) => `/partners/${row.id}`}
          query={query}
          setQuery={(patch) => {
            asked(patch);
            setQuery((before) => {
              const next = Object.entries({ ...before, ...patch }).filter(([, value]) => value);
              return Object.fromEntries(next) as TableQuery;
            });
          }}
          {...props}
        />
      </UiProvider>
    );
  }
  render(<Page />);
  return { asked, navigate, user: userEvent.setup() };
}

describe('DataTable', () => {
  it('asks the server to sort, turns round on the second press and goes back to the first page', async () => {
    const { asked, user } = setup({}, { cursor: 'p2' });
    const header = screen.getByRole('columnheader', { name: 'Name' });
    await user.click(within(header).getByRole('button'));
    expect(asked).toHaveBeenLastCalledWith({ sort: 'name', cursor: null });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await user.click(within(header).getByRole('button'));
    expect(asked).toHaveBeenLastCalledWith({ sort: '-name', cursor: null });
    expect(header).toHaveAttribute('aria-sort', 'descending');
  });

  it('keeps the order of the rows as the server gave it', () => {
    setup({}, { sort: '-name' });
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['Alpha', 'Beta', 'Gamma']);
  });

  it('gives bulk actions the chosen rows only, and never rows that may not be chosen', async () => {
    const bulk = vi.fn();
    const { user } = setup({
      isRowSelectable: (row) => row.id !== 'b',
      bulkActions: ({ keys, clear }) => (
        <button
          type="button"
          onClick={() => {
            bulk(keys);
            clear();
          }}
        >
          Approve
        </button>
      ),
    });
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows on this page' }));
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    expect(bulk).toHaveBeenCalledExactlyOnceWith(['a', 'c']);
    expect(screen.queryByText('2 selected')).not.toBeInTheDocument();
  });

  it('walks the rows with arrows and j and k, and selects with x', async () => {
    const { user } = setup({ bulkActions: () => null });
    await user.keyboard('j');
    expect(screen.getByRole('link', { name: 'Alpha' })).toHaveFocus();
    await user.keyboard('{ArrowDown}j');
    expect(screen.getByRole('link', { name: 'Gamma' })).toHaveFocus();
    await user.keyboard('kx');
    expect(screen.getByRole('link', { name: 'Beta' })).toHaveFocus();
    expect(screen.getByText('1 selected')).toBeInTheDocument();
  });

  it('opens a row on a click anywhere in it, but not on its checkbox', async () => {
    const { user, navigate } = setup({ bulkActions: () => null });
    await user.click(screen.getAllByRole('checkbox', { name: 'Select row' })[0] ?? document.body);
    expect(navigate).not.toHaveBeenCalled();
    await user.click(screen.getByText('Pune'));
    expect(navigate).toHaveBeenCalledExactlyOnceWith('/partners/b');
  });

  it('sends a search once the person pauses', async () => {
    const { asked, user } = setup({ search: { placeholder: 'Search partners' } });
    await user.type(screen.getByRole('searchbox', { name: 'Search partners' }), 'palm');
    expect(asked).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ q: 'palm', cursor: null }));
    expect(screen.getByRole('searchbox')).toHaveValue('palm');
  });

  it('offers the way back when filters leave nothing, and the first action when there is nothing at all', async () => {
    const filters = [{ key: 'status', label: 'Status', options: [{ value: 'active', label: 'Active' }] }];
    const { asked, user } = setup(
      { rows: [], filters, empty: <p>Invite the first partner</p> },
      { status: 'active' },
    );
    expect(screen.getByText('Nothing matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(asked).toHaveBeenLastCalledWith({ q: null, status: null, cursor: null });
    expect(screen.getByText('Invite the first partner')).toBeInTheDocument();
  });

  it('shows hidden columns when chosen and remembers the choice in the address', async () => {
    const { asked, user } = setup();
    expect(screen.queryByRole('columnheader', { name: 'Number' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /Number/ }));
    expect(asked).toHaveBeenLastCalledWith({ cols: 'name,city,id' });
    await user.click(screen.getByRole('menuitemcheckbox', { name: /Number/ }));
    expect(asked).toHaveBeenLastCalledWith({ cols: null });
  });

  it('walks back through the pages it came by, when the server only knows the next one', async () => {
    const { asked, user } = setup({ page: { nextCursor: 'p2' } });
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(asked).toHaveBeenLastCalledWith({ cursor: 'p2' });
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    expect(asked).toHaveBeenLastCalledWith({ cursor: null });
  });

  it('marks the view that the address asks for', async () => {
    const { user } = setup({
      views: [
        { label: 'All', query: {} },
        { label: 'By name', query: { sort: 'name' } },
      ],
    });
    expect(screen.getByRole('button', { name: 'All' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'By name' }));
    expect(screen.getByRole('button', { name: 'By name' })).toHaveAttribute('aria-pressed', 'true');
  });
});
