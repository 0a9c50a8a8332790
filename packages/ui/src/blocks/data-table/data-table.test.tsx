import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { UiProvider } from '../../components/ui-provider.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import type { DataTableColumn, SavedViews, TableQuery } from './types.ts';

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

function savedViews(parts: Partial<SavedViews>): SavedViews {
  const nothing = async () => {};
  return {
    density: 'comfortable',
    views: [],
    base: {},
    onDensity: () => {},
    onSave: nothing,
    onRename: nothing,
    onDefault: nothing,
    onRemove: nothing,
    ...parts,
  };
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

  it('keeps what the address asks, without the position in it, under the name that was given', async () => {
    const onSave = vi.fn(async () => {});
    const { user } = setup(
      { saved: savedViews({ onSave }) },
      { sort: 'name', cols: 'name,id', cursor: 'p2' },
    );
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '  Numbers ');
    await user.click(screen.getByRole('checkbox', { name: 'Open the list with this view' }));
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    await vi.waitFor(() =>
      expect(onSave).toHaveBeenCalledExactlyOnceWith({
        name: 'Numbers',
        isDefault: true,
        query: { sort: 'name', cols: 'name,id' },
      }),
    );
  });

  it('opens a saved view with its columns, marks it, and offers nothing to save while it is open', async () => {
    const view = { id: 'v1', name: 'Mine', query: { sort: '-name', cols: 'name,id' }, isDefault: true };
    const { asked, user } = setup({ saved: savedViews({ views: [view] }) }, { q: 'x' });
    expect(screen.getByRole('button', { name: 'Save view' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mine, opens first' }));
    expect(asked).toHaveBeenLastCalledWith({ q: null, sort: '-name', cols: 'name,id' });
    expect(screen.getByRole('button', { name: 'Mine, opens first' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('columnheader', { name: 'Number' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Save view' })).not.toBeInTheDocument();
  });

  it('asks before a view is deleted and shows everything afterwards', async () => {
    const onRemove = vi.fn(async () => {});
    const view = { id: 'v1', name: 'Mine', query: { sort: 'name' }, isDefault: false };
    const { asked, user } = setup({ saved: savedViews({ views: [view], onRemove }) }, { sort: 'name' });
    await user.click(screen.getByRole('button', { name: 'Change the view Mine' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await user.click(screen.getByRole('button', { name: 'Delete view' }));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('v1');
    expect(asked).toHaveBeenLastCalledWith({ sort: null });
  });

  it('says which density is on and asks for the other one', async () => {
    const onDensity = vi.fn();
    const { user } = setup({ saved: savedViews({ density: 'compact', onDensity }) });
    const button = screen.getByRole('button', { name: 'Compact rows' });
    expect(button).toHaveAttribute('aria-pressed', 'true');
    await user.click(button);
    expect(onDensity).toHaveBeenCalledExactlyOnceWith('comfortable');
  });

  it('keeps rows that an act refused selected, says why, and lets go of them all when none was', async () => {
    const refusal = { key: 'b', name: 'Beta', message: 'It has ended.' };
    const { user } = setup({
      bulkActions: ({ settle }) => (
        <>
          <button type="button" onClick={() => settle([refusal])}>
            Some
          </button>
          <button type="button" onClick={() => settle([])}>
            All
          </button>
        </>
      ),
    });
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows on this page' }));
    await user.click(screen.getByRole('button', { name: 'Some' }));
    expect(screen.getByText('1 selected')).toBeInTheDocument();
    expect(screen.getByText('1 row was not changed')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Rows that were not changed' })).toHaveTextContent(
      'Beta: It has ended.',
    );
    await user.click(screen.getByRole('button', { name: 'All' }));
    expect(screen.queryByText('1 selected')).not.toBeInTheDocument();
    expect(screen.queryByText('1 row was not changed')).not.toBeInTheDocument();
  });
});
