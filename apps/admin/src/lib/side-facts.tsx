'use client';

import { DefinitionList, type DefinitionListProps } from '@goodword/ui';

/** Facts for the narrow column beside the main one: short labels, so that values keep their room. */
export function SideFacts({ items, className }: Pick<DefinitionListProps, 'items' | 'className'>) {
  return (
    <div className={className}>
      <DefinitionList columns={1} items={items} className="[&>div]:sm:grid-cols-[6.5rem_minmax(0,1fr)]" />
    </div>
  );
}
