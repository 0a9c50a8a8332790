/** Most calls that one request to an app may carry: each is a transaction of its own. */
export const MOST_CALLS_PER_REQUEST = 20;
