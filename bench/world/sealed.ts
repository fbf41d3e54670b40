import type { Uuid } from '../../src/kernel/index.ts';
import { appendActs, type SealedAct } from '../../src/ledger/index.ts';
import { attachFiles } from '../../src/matters/attachment.store.ts';
import { factsOf } from '../../src/matters/facts/fact.rules.ts';
import { fold } from '../../src/matters/life/fold.rules.ts';
import { wordsOf } from '../../src/matters/life/words.rules.ts';
import { insertMatters, type NewMatter } from '../../src/matters/new-matter.store.ts';
import { seal, type Sealed } from '../../src/matters/seal.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { EVIDENCE, live, MECHANISM, mechanism, type Given } from './lives.ts';

/** A life as the ledger holds it: every act sealed as the server seals it, and the matter that they led to. */
export type SealedLife = {
  readonly acts: readonly SealedAct[];
  readonly matter: NewMatter;
  /** Whether it brought the file of evidence. */
  readonly evidence: boolean;
};

/** Lives a life up to `now` by the rules, and binds its acts to a chain. */
export function sealedLife(given: Given, id: Uuid, now: Date): SealedLife {
  const sealed: Sealed[] = [];
  const facts = factsOf(mechanism);
  for (const act of live(given, now).acts) {
    const before = sealed.at(-1);
    const after = seal(given.city, id, before?.act.hash ?? null, act, fold(before?.state ?? null, act));
    sealed.push(after);
    facts.take(after.state);
  }
  const { state, saved } = sealed.at(-1)!;
  const head = { id, mechanism: MECHANISM, version: 1, number: state.number, n: state.n, round: null };
  return {
    acts: sealed.map((s) => s.act),
    matter: { ...head, ...saved(mechanism), ...wordsOf(id, state), facts: facts.all },
    evidence: state.files.length > 0,
  };
}

/** Writes whole lives in one transaction. The file of {@link insertEvidence} must be there. */
export async function writeLives(pool: Pool, city: number, lives: readonly SealedLife[]): Promise<void> {
  await transact(pool, { city, system: true }, async (tx) => {
    await appendActs(
      tx,
      lives.flatMap(({ acts }) => acts),
    );
    await insertMatters(
      tx,
      city,
      lives.map(({ matter }) => matter),
    );
    for (const { matter, evidence } of lives) if (evidence) await attachFiles(tx, city, matter.id, [EVIDENCE]);
  });
}

/** The file that every answer brings. */
export async function insertEvidence(owner: Pool, city: number): Promise<void> {
  await owner.query(
    `insert into file (city, id, name, media_type, size, sha256) values ($1, $2, '验收单.pdf', 'application/pdf', 9, $3)`,
    [city, EVIDENCE, Buffer.alloc(32)],
  );
}
