'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Kbd } from '../../components/small.tsx';
import { useDebounced } from '../../hooks/use-debounced.ts';
import type { CommandItem, CommandPaletteProps, CommandSearch } from './command-item.ts';

const SEARCH_DELAY_MS = 200;
const SEARCH_LEAST = 2;

type Found = { text: string; items: CommandItem[]; failed?: boolean };

/** What the server finds for the text; answers to older texts are dropped. */
function useFound(text: string, onSearch: CommandSearch | undefined): { found: Found; searching: boolean } {
  const asked = useDebounced(text.trim(), SEARCH_DELAY_MS);
  const [found, setFound] = useState<Found>({ text: '', items: [] });
  const worthIt = onSearch !== undefined && asked.length >= SEARCH_LEAST;
  useEffect(() => {
    if (!onSearch || asked.length < SEARCH_LEAST) return;
    let current = true;
    onSearch(asked).then(
      (items) => current && setFound({ text: asked, items }),
      () => current && setFound({ text: asked, items: [], failed: true }),
    );
    return () => {
      current = false;
    };
  }, [asked, onSearch]);
  const matches = worthIt && found.text === asked;
  return { found: matches ? found : { text: asked, items: [] }, searching: worthIt && !matches };
}

function byGroup(items: readonly CommandItem[], fallback: string): [string, CommandItem[]][] {
  const groups = new Map<string, CommandItem[]>();
  for (const item of items) {
    const name = item.group ?? fallback;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups];
}

function keyOf(group: string, { label, href }: CommandItem): string {
  return `${group} ${label} ${href ?? ''}`.trim();
}

/** The row that Enter takes. What the server found comes after the typing, so the first of it is marked when it is there. */
function useMarked(groups: readonly [string, CommandItem[]][]): [string, (value: string) => void] {
  const [marked, setMarked] = useState('');
  const [group, members] = groups[0] ?? [];
  const first = group !== undefined && members?.[0] ? keyOf(group, members[0]) : undefined;
  useEffect(() => {
    if (first !== undefined) setMarked(first);
  }, [first]);
  return [marked, setMarked];
}

interface GroupProps {
  heading: string;
  items: readonly CommandItem[];
  /** Shown whatever the text is: the server has matched them already. */
  always?: boolean;
  onChoose: (item: CommandItem) => void;
}

function Group({ heading, items, always, onChoose }: GroupProps) {
  return (
    <Command.Group
      heading={heading}
      forceMount={always}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {items.map((item) => (
        <Command.Item
          key={`${item.label}${item.href ?? ''}`}
          value={keyOf(heading, item)}
          keywords={item.keywords}
          forceMount={always}
          onSelect={() => onChoose(item)}
          className="flex cursor-pointer items-center gap-3 rounded-md px-2.5 py-2 text-ink text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink [&_svg]:size-4 [&_svg]:shrink-0"
        >
          {item.icon && (
            <span aria-hidden className="text-ink-faint">
              {item.icon}
            </span>
          )}
          <span dir="auto" className="text-left min-w-0 flex-1 truncate">
            {item.label}
          </span>
          {item.hint && (
            <span dir="auto" className="text-left truncate text-ink-faint text-xs">
              {item.hint}
            </span>
          )}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

export interface PaletteBodyProps extends Pick<CommandPaletteProps, 'items' | 'onSearch'> {
  placeholder: string;
  onChoose: (item: CommandItem) => void;
}

/** The field and what it finds. It comes with the page: people type at once, and no letter may be lost. */
export function PaletteBody({ items, onSearch, placeholder, onChoose }: PaletteBodyProps) {
  const [text, setText] = useState('');
  const { found, searching } = useFound(text, onSearch);
  const results = byGroup(found.items, 'Results');
  const [marked, setMarked] = useMarked(results);
  return (
    <Command
      label="Command palette"
      loop
      value={marked}
      onValueChange={setMarked}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={placeholder}
          className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none sm:text-sm"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain px-2 pb-2">
        {!searching && found.items.length === 0 && (
          <Command.Empty className="px-2.5 py-8 text-center text-ink-soft text-sm">
            {found.failed ? 'The search did not answer. Try again.' : 'Nothing found. Try another word.'}
          </Command.Empty>
        )}
        {results.map(([heading, members]) => (
          <Group key={`found-${heading}`} heading={heading} items={members} always onChoose={onChoose} />
        ))}
        {byGroup(items, 'Go to').map(([heading, members]) => (
          <Group key={heading} heading={heading} items={members} onChoose={onChoose} />
        ))}
        {searching && (
          <Command.Loading>
            <p className="px-2.5 py-3 text-ink-faint text-sm">Searching…</p>
          </Command.Loading>
        )}
      </Command.List>
    </Command>
  );
}
