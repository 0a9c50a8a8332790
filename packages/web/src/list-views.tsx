'use client';

import type { Outputs } from '@goodword/api';
import { type SavedViews, toast } from '@goodword/ui';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { trpc } from './trpc.ts';
import { offerUndo, useTakeUndo } from './undo.ts';

const ListContext = createContext<SavedViews | undefined>(undefined);

/** What the person keeps of the list on this page; nothing where lists are not kept. */
export function useSavedViews(): SavedViews | undefined {
  return useContext(ListContext);
}

export interface ListViewsProps {
  list: string;
  kept: Outputs['views']['list'];
  base: Readonly<Record<string, string>>;
  children: ReactNode;
}

/** Gives the table of a page the person's views of it. They come with the page: nothing jumps when it is there. */
export function ListViews({ list, kept, base, children }: ListViewsProps) {
  const router = useRouter();
  const [density, setDensity] = useState(kept.density);
  const { mutateAsync: save } = trpc.views.save.useMutation();
  const { mutateAsync: rename } = trpc.views.rename.useMutation();
  const { mutateAsync: setDefault } = trpc.views.setDefault.useMutation();
  const { mutateAsync: remove } = trpc.views.remove.useMutation();
  const { mutateAsync: keepDensity } = trpc.views.setDensity.useMutation();
  const takeUndo = useTakeUndo();
  const saved = useMemo<SavedViews>(() => {
    const refreshed = async (change: Promise<unknown>, message: string) => {
      await change;
      toast.success(message);
      router.refresh();
    };
    return {
      density,
      base,
      views: kept.views,
      onDensity: (next) => {
        setDensity(next);
        // Pages that were read before still hold the old one: they are read anew.
        keepDensity({ density: next }).then(
          () => router.refresh(),
          (error: Error) => toast.error('The density could not be kept', { description: error.message }),
        );
      },
      onSave: (view) => refreshed(save({ list, ...view }), 'The view is saved'),
      onRename: (id, name) => refreshed(rename({ id, name }), 'The view is renamed'),
      onRemove: async (id) => {
        const view = kept.views.find((one) => one.id === id);
        await remove({ id });
        if (view) {
          const { name, query, isDefault } = view;
          const run = () => save({ list, name, query, isDefault });
          offerUndo('The view is deleted', { run, undone: 'The view is back' }, takeUndo);
        }
        router.refresh();
      },
      onDefault: (id, isDefault) =>
        refreshed(
          setDefault({ id, isDefault }),
          isDefault ? 'The list opens with this view' : 'The list opens with everything',
        ).catch((error: Error) => {
          toast.error('That was not kept', { description: error.message });
        }),
    };
  }, [density, base, kept.views, list, router, save, rename, setDefault, remove, keepDensity, takeUndo]);
  return <ListContext value={saved}>{children}</ListContext>;
}
