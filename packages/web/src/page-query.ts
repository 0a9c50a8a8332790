/** The address as a flat record; of a repeated key the first value counts. */
export type PageQuery = Record<string, string | undefined>;
