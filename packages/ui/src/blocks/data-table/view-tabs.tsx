'use client';

import { BookmarkPlus, Star } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { isSameQuestion, questionOf } from './table-query.ts';
import type { SavedViews, TableQuery, TableView } from './types.ts';
import { ViewMenu } from './view-menu.tsx';

const SaveViewDialog = lazy(() => import('./save-view-dialog.tsx'));

export interface ViewTabsProps {
  views: readonly TableView[];
  saved?: SavedViews;
  query: TableQuery;
  onChoose: (query: Record<string, string>) => void;
}

interface TabProps {
  open: boolean;
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

function Tab({ open, label, onClick, children }: TabProps) {
  return (
    <button
      type="button"
      aria-pressed={open}
      aria-label={label}
      onClick={onClick}
      className="inline-flex max-w-64 items-center gap-1.5 whitespace-nowrap rounded-full border border-line bg-surface px-3 py-1 font-medium text-[0.8125rem] text-ink-soft hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
    >
      {children}
    </button>
  );
}

/** Named questions to the table, ours and the person's own; the open one is the one the address already asks. */
export function ViewTabs({ views, saved, query, onChoose }: ViewTabsProps) {
  const [saving, setSaving] = useState(false);
  const asked = questionOf(query);
  const own = saved?.views.find((view) => isSameQuestion(view.query, asked));
  const savable = saved && !own && Object.keys(questionOf(query, Object.keys(saved.base))).length > 0;
  const withoutColumns = questionOf(query, ['cols']);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <fieldset className="flex min-w-0 gap-1 overflow-x-auto p-0.5">
        <legend className="sr-only">Views</legend>
        {views.map((view) => (
          <Tab
            key={view.label}
            open={!own && isSameQuestion(view.query, withoutColumns)}
            onClick={() => onChoose(view.query)}
          >
            {view.label}
          </Tab>
        ))}
        {saved?.views.map((view) => (
          <Tab
            key={view.id}
            open={view === own}
            label={view.isDefault ? `${view.name}, opens first` : undefined}
            onClick={() => onChoose(view.query)}
          >
            {view.isDefault && <Star aria-hidden className="size-3.5 shrink-0 fill-current" />}
            <span dir="auto" className="truncate">
              {view.name}
            </span>
          </Tab>
        ))}
      </fieldset>
      {saved && own && <ViewMenu view={own} saved={saved} onRemoved={() => onChoose({ ...saved.base })} />}
      {savable && (
        <Button size="sm" variant="ghost" icon={<BookmarkPlus />} onClick={() => setSaving(true)}>
          Save view
        </Button>
      )}
      {saved && saving && (
        <Suspense>
          <SaveViewDialog
            taken={saved.views.map(({ name }) => name)}
            onClose={() => setSaving(false)}
            onSave={(answer) => saved.onSave({ ...answer, query: asked })}
          />
        </Suspense>
      )}
    </div>
  );
}
