import { AppError } from '../../shared/errors.ts';
import { anyRegionCovers, regionName } from '../../shared/regions.ts';

/**
 * Refuses regions a partner type does not work in.
 * @throws `invalid_input` on the field `regions`
 */
export function requireRegionsOfType(
  type: { name: string; regions: readonly string[] },
  regions: readonly string[],
): void {
  const outside = regionsOutsideType(type, regions);
  if (outside.length === 0) return;
  const message = `${type.name}: choose regions in ${type.regions.map(regionName).join(', ')}. Not possible: ${outside.map(regionName).join(', ')}.`;
  throw new AppError('invalid_input', { userMessage: message, fields: { regions: message } });
}

/** The regions that lie outside what the type works in; a type without regions works anywhere. */
export function regionsOutsideType(
  type: { regions: readonly string[] },
  regions: readonly string[],
): string[] {
  if (type.regions.length === 0) return [];
  return regions.filter((region) => !anyRegionCovers(type.regions, region));
}

/** Empty text is no text. */
export function blankToNull(text: string | null | undefined): string | null {
  return text ? text : null;
}
