/** What the server says of a file it has taken in. */
export type FileReceipt = { id: string; name: string; mediaType: string; size: number };
