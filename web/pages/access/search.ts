/** Which showings are asked for, as the address has it. */
export type AccessSearch = { matter?: string; originator?: string; unit?: string; from?: string; until?: string };
