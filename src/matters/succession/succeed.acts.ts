import { findSuccessions } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { appendActs } from '../../ledger/index.ts';
import { notify, transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { fold } from '../life/fold.rules.ts';
import { seal } from '../seal.ts';
import { lockMatter, updateMatter } from '../matter.store.ts';
import { getMechanism } from '../mechanisms/mechanism.store.ts';
import { project } from '../life/project.rules.ts';
import { decideSuccession, type Succession } from './succeed.rules.ts';
import { countOpenMatters, findOpenMatters } from './succeed.store.ts';

/** Matters looked for at once; each is a transaction of its own, so that nobody waits long for a row. */
const BATCH = 100;

/**
 * Hands the open matters of merged units to their heirs, an act for each matter. Done again it does nothing; what was assigned
 * or reopened meanwhile is found by the next run. Returns how many matters passed on.
 */
export async function succeedUnits(pool: Pool, city: number, now: Date): Promise<number> {
  const system = { city, system: true } as const;
  const successions = await transact(pool, system, (tx) => findSuccessions(tx, city));
  let done = 0;
  for (const succession of successions)
    for (;;) {
      const matters = await transact(pool, system, (tx) => findOpenMatters(tx, city, succession.unit, BATCH));
      let passed = 0;
      for (const matter of matters)
        if (await transact(pool, system, (tx) => succeedIn(tx, city, matter, succession, now))) passed++;
      done += passed;
      if (passed === 0) break;
    }
  return done;
}

async function succeedIn(tx: Tx, city: number, matter: Uuid, succession: Succession, now: Date): Promise<boolean> {
  const held = await lockMatter(tx, city, matter);
  if (!held) return false;
  const decided = decideSuccession(held.state, succession, { id: uuidv7(now), now });
  if (!decided) return false;
  const mechanism = await getMechanism(tx, city, held.state.mechanism, held.state.version);
  const sealed = seal(city, matter, held.hash, decided, fold(held.state, decided));
  await appendActs(tx, [sealed.act]);
  await updateMatter(tx, city, matter, sealed.saved(mechanism), project(held.state, mechanism));
  notify(tx, city);
  return true;
}

/** How many matters of a unit are not struck off, whoever may read them. */
export const countOpen = (pool: Pool, city: number, unit: Uuid): Promise<number> =>
  transact(pool, { city, system: true }, (tx) => countOpenMatters(tx, city, unit));
