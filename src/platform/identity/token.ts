import { createHash, randomBytes } from 'node:crypto';

/** A session's token taken apart: the city leads to the right server, the hash is all that is stored. */
export type Token = { readonly city: number; readonly hash: Buffer };

const FORM = /^(\d{1,9})\.([A-Za-z0-9_-]{43})$/;

/** A new token, `<city>.<256 random bits>`. */
export const newToken = (city: number): string => `${city}.${randomBytes(32).toString('base64url')}`;

/** Null for a text that no token looks like. */
export function parseToken(text: string): Token | null {
  const parts = FORM.exec(text);
  if (!parts) return null;
  return { city: Number(parts[1]), hash: createHash('sha256').update(parts[2]!).digest() };
}
