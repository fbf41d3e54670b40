import type { RegisterOnBehalf } from '../../../src/counter/behalf/behalf.contract.ts';
import { passCode } from '../../../src/directory/originators/pass.rules.ts';
import { uuidv7 } from '../../act-id.ts';
import type { Typed } from '../../acts/useDraft.ts';
import type { ChosenEnterprise } from './typedEnterprise.ts';

/** Who raises what a clerk takes down; `nobody`: it is not known and not asked. */
export const RAISERS = ['enterprise', 'person', 'nobody'] as const;
type Raiser = (typeof RAISERS)[number];

/** Drawn once for a draft, so that sending it again is sending the same. */
export type Drawn = { readonly id: string; readonly pass: string };
export const draw = (): Drawn => ({
  id: uuidv7(),
  pass: passCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
});

export const raiserOf = (typed: Typed): Raiser => RAISERS.find((one) => one === typed['raiser']) ?? 'enterprise';

/** For whom it is registered. Nobody who wants no code is nobody at all; with a code they are somebody who is not known. */
export function byFrom(typed: Typed, { id, pass }: Drawn): RegisterOnBehalf['by'] {
  const raiser = raiserOf(typed);
  const follows = typed['follow'] !== false;
  if (raiser === 'nobody' && !follows) return null;
  const enterprise = raiser === 'enterprise' ? (typed['enterprise'] as ChosenEnterprise | null | undefined) : null;
  const contact = raiser === 'nobody' || typeof typed['contact'] !== 'string' ? '' : typed['contact'].trim();
  return {
    id,
    kind: raiser === 'nobody' ? 'unknown' : raiser,
    enterprise: enterprise?.id ?? null,
    code: (!enterprise?.id && enterprise?.code) || null,
    contact: contact || null,
    pass: follows ? pass : null,
  };
}
