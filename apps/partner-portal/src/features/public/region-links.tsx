import type { Outputs } from '@goodword/api';
import { TextLink } from '@goodword/ui';

type Page = Outputs['landing']['list'][number];

/** Where a type works, each with a page of its own. */
export function RegionLinks({ pages }: { pages: readonly Page[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-[0.8125rem] leading-6">
      {pages.map(({ typeCode, typeName, region, regionName, isOpen }) => (
        <li key={region}>
          <TextLink href={`/for/${typeCode}/${region}`} aria-label={`${typeName} in ${regionName}`}>
            {regionName}
          </TextLink>
          {!isOpen && <span className="text-ink-soft"> coming soon</span>}
        </li>
      ))}
    </ul>
  );
}
