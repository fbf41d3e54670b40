import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';

// Personal data at rest. AES-256-GCM; a text is nonce ‖ tag ‖ ciphertext in Base64, bound to whose it is.

const NONCE = 12;
const TAG = 16;

/** A new key of 256 bits. */
export const newKey = (): Buffer => randomBytes(32);

/** Seals a text with a key for one place: what was sealed for another is not opened there. */
export function seal(key: Buffer, text: string, place: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The text that was sealed. Throws where key or place are others, or a byte was changed. */
export function unseal(key: Buffer, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}

/** A keyed hash: the same text gives the same, and tells nothing to whoever lacks the secret. */
export const keyed = (secret: Buffer, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest();

/** A code of six digits. */
export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');
