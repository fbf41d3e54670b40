/** By what an appeal is followed. */
export type Ticket = { readonly number: string; readonly pass: string };

/** Kept by this page alone and nowhere on the device: gone with a reload, and once it has let somebody in. */
let ticket: Ticket | null = null;

/** What was just shown to whoever raised an appeal stands in the fields when they go on to follow it. */
export const handOn = (shown: Ticket | null): void => void (ticket = shown);
export const handed = (): Ticket | null => ticket;
