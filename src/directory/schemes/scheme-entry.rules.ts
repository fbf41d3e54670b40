import { createHash } from 'node:crypto';
import { canonicalJson, type Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';
import type { Category, SchemeName } from './scheme.contract.ts';

/** A scheme after all its acts so far: its versions, oldest first, each with the SHA-256 of what it says. */
export type SchemeState = { key: string; versions: readonly { hash: string; at: string; seat: Uuid | null }[] };
/** What an act of a scheme holds: the whole version that it publishes. */
export type PublishedScheme = { key: string; name: SchemeName; categories: readonly Category[] };

export const PUBLISH_SCHEME = 'publish-scheme';

/** Folds the acts of a scheme; each publishes one version, so that the n-th act is that of version n. */
export function foldScheme(state: SchemeState | null, { kind, given, at, seat }: EntryAct): SchemeState {
  if (kind !== PUBLISH_SCHEME) throw new Error(`no act on a scheme: ${kind}`);
  const { key, name, categories } = given as PublishedScheme;
  return { key, versions: [...(state?.versions ?? []), { hash: hashOfScheme(name, categories), at, seat }] };
}

/** The SHA-256 of a scheme as it is published, in hexadecimal, by which its act holds it. */
export const hashOfScheme = (name: SchemeName, categories: readonly Category[]): string =>
  createHash('sha256').update(canonicalJson({ name, categories })).digest('hex');
