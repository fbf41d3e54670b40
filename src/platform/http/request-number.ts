import { randomFillSync } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const NUMBER_LENGTH = 8;
/** Drawn for five hundred requests at once: one by one they cost as much as reading the act that comes with them. */
const chance = { bytes: Buffer.alloc(NUMBER_LENGTH * 512), used: NUMBER_LENGTH * 512 };

/** The number under which somebody asks after a request. */
export function requestNumber(): string {
  if (chance.used === chance.bytes.length) {
    randomFillSync(chance.bytes);
    chance.used = 0;
  }
  let number = '';
  for (const end = chance.used + NUMBER_LENGTH; chance.used < end; chance.used++)
    number += ALPHABET[chance.bytes[chance.used]! % ALPHABET.length];
  return number;
}
