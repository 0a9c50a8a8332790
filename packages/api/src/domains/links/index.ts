export { isClick, LINK_CODE, linkClosed } from './link.ts';
export { findPartnerLink, resolveLink } from './links.queries.ts';
