/** The roles that oversee the whole city. */
export const OVERSEERS: ReadonlySet<string> = new Set(['supervisor', 'mayor']);
