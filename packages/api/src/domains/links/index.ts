export { isClick, linkClosed } from './link.ts';
export { LINK_NAME, skeletonOf, tidyEntry } from './link-name.ts';
export { findPartnerLink, resolveLink } from './links.queries.ts';
export { openLink } from './open-link.ts';
export { utmQuery } from './utm.ts';
