import { randomInt } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, two passes, one lane: the least of the settings that OWASP's Password Storage Cheat Sheet
 * recommends. More memory would let fewer sign-ins at once exhaust the server.
 */
const PARAMETERS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Letters and digits that cannot be mistaken for one another when read off a screen: no 0 O o, no 1 l I i. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The hash to store for a password (PHC string, with its salt and parameters). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), PARAMETERS);

/** Whether the password belongs to the hash. */
export const passwordFits = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC'));

let nobody: Promise<string> | undefined;

/** Takes as long as a real check, so that a login that does not exist answers no faster than a wrong password. */
export async function pretendToCheck(password: string): Promise<void> {
  nobody ??= hashPassword('nobody');
  await passwordFits(await nobody, password);
}

/** A random password that can be read out and typed: four groups of four, some 79 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
