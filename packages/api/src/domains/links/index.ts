export { isClick, LINK_CODE } from './link.ts';
export { findPartnerLink, resolveLink } from './links.queries.ts';
