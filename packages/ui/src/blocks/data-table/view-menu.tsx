'use client';

import { Ellipsis, Pencil, Star, StarOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DropdownMenu } from '../../components/dropdown-menu.tsx';
import type { SavedView, SavedViews } from './types.ts';

const RenameViewDialog = lazy(() => import('./rename-view-dialog.tsx'));

export interface ViewMenuProps {
  view: SavedView;
  saved: SavedViews;
  onRemoved: () => void;
}

/** What can be done with the view that is open. */
export function ViewMenu({ view, saved, onRemoved }: ViewMenuProps) {
  const [asking, setAsking] = useState<'name' | 'remove'>();
  const { id, name, isDefault } = view;
  const close = () => setAsking(undefined);
  return (
    <>
      <DropdownMenu
        label="This view"
        align="start"
        trigger={
          <IconButton size="sm" variant="ghost" label={`Change the view ${name}`} icon={<Ellipsis />} />
        }
        items={[
          { label: 'Rename', icon: <Pencil />, onSelect: () => setAsking('name') },
          isDefault
            ? {
                label: 'No longer open first',
                icon: <StarOff />,
                onSelect: () => void saved.onDefault(id, false),
              }
            : { label: 'Open first', icon: <Star />, onSelect: () => void saved.onDefault(id, true) },
          'separator',
          { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: () => setAsking('remove') },
        ]}
      />
      {asking === 'name' && (
        <Suspense>
          <RenameViewDialog name={name} onClose={close} onRename={(next) => saved.onRename(id, next)} />
        </Suspense>
      )}
      <ConfirmDialog
        open={asking === 'remove'}
        onOpenChange={close}
        title={`Delete the view “${name}”?`}
        consequence="Only the saved view goes. The list and everything in it stays."
        confirmLabel="Delete view"
        onConfirm={async () => {
          await saved.onRemove(id);
          onRemoved();
        }}
      />
    </>
  );
}
