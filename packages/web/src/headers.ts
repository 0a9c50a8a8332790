/** Set by the proxy on each request, so that a layout knows the address it is drawn for. */
export const PATH_HEADER = 'x-goodword-path';
