/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970 UTC, then random bits; sorts by time. */
export type Uuid = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A new UUIDv7 for the instant `at`. `random` may be given (10 bytes) where the same id must come out again. Uses Web Crypto
 * only, because the page names its acts itself.
 */
export function uuidv7(at: Date, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): Uuid {
  const ms = at.getTime().toString(16).padStart(12, '0');
  let hex = '';
  for (const byte of random) hex += HEX[byte];
  const variant = (8 + (parseInt(hex[3]!, 16) & 3)).toString(16);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

/** The instant that a UUIDv7 was made for, to the millisecond. */
export const momentOf = (id: Uuid): Date => new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

/** How many ids of one millisecond {@link uuidsInOrder} can count: the twelve bits after the version. */
const IN_A_MS = 4096;

/**
 * As many new UUIDv7 as are asked for, each greater than the one before, of the instant `at`; beyond 4,096 of the milliseconds after
 * it (RFC 9562, 6.2: a counter in the bits after the version). For things that come together and have an order of their own.
 */
export const uuidsInOrder = (at: Date, count: number): Uuid[] =>
  Array.from({ length: count }, (_, n) => {
    const random = crypto.getRandomValues(new Uint8Array(10));
    const counted = n % IN_A_MS;
    random[0] = counted >> 4;
    random[1] = ((counted & 15) << 4) | (random[1]! & 15);
    return uuidv7(new Date(at.getTime() + Math.floor(n / IN_A_MS)), random);
  });

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The first and the last UUID that there can be: where a walk over all begins, and where it ends. Neither names anything. */
export const FIRST_UUID: Uuid = '00000000-0000-0000-0000-000000000000';
export const LAST_UUID: Uuid = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The next UUID in the order in which the database keeps them; {@link LAST_UUID} has none. */
export function uuidAfter(id: Uuid): Uuid {
  const next = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether a text is a UUID in canonical lower-case form. */
export const isUuid = (text: string): text is Uuid => UUID.test(text);
