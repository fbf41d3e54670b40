import { createHash } from 'node:crypto';
import type { Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';

/** A mechanism after all its acts so far: its versions, oldest first, each with the SHA-256 of its text. */
export type MechanismState = { key: string; versions: readonly { hash: string; at: string; seat: Uuid | null }[] };

export const PUBLISH = 'publish-mechanism';

/** Folds the acts of a mechanism; each publishes one version, whose text the act holds. */
export function foldMechanism(state: MechanismState | null, { kind, given, at, seat }: EntryAct): MechanismState {
  if (kind !== PUBLISH) throw new Error(`no act on a mechanism: ${kind}`);
  const { key, source } = given as { key: string; source: string };
  const version = { hash: hashOf(source), at, seat };
  return { key, versions: [...(state?.versions ?? []), version] };
}

/** The SHA-256 of a mechanism file, in hexadecimal, by which a version is known in the ledger. */
export const hashOf = (source: string): string => createHash('sha256').update(source).digest('hex');
