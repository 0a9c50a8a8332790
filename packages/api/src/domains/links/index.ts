export { addPartnerLink, DEFAULT_CAMPAIGN } from './create-link.ts';
export { isClick, LINK_CODE, linkUrl } from './link.ts';
export { findPartnerLink, type PartnerLink, resolveLink } from './links.queries.ts';
