import { createHash } from 'node:crypto';
import { findScheme, findUnits } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { findClosed, newestMechanisms, withoutMarks, type MatterState } from '../../matters/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { readApart } from '../reading/apart.ts';
import { prepare, type About, type Closed, type Lesson } from './lessons.rules.ts';
import { findLessons, keepLesson } from './model.store.ts';
import { FORMAT } from './packed.rules.ts';
import { forgetSaid } from './said.store.ts';

/** So many closed matters are looked at, the newest, whatever their mechanism; so many at once. */
const LOOKED_AT = 50_000;
const AT_ONCE = 500;
/** So long may one model take to be learned: far longer than it does. */
const PATIENCE_MS = 15 * 60_000;
/** What was suggested is kept so long, and then counted by nobody any more. */
const KEPT_DAYS = 100;

/**
 * Learns from the city's closed matters what to suggest, for each of its mechanisms; what was learned before stays until then, and
 * where there is nothing new to learn. Twice is once. Takes seconds to minutes, in a thread of its own.
 */
export async function learn(pool: Pool, city: number, now: Date): Promise<void> {
  const system = { city, system: true } as const;
  await transact(pool, system, (tx) => forgetSaid(tx, city, new Date(now.getTime() - KEPT_DAYS * 86_400_000)));
  const closed = await readClosed(pool, city);
  const { mechanisms, units } = await transact(pool, system, async (tx) => ({
    mechanisms: await newestMechanisms(tx, city),
    units: await findUnits(tx, city),
  }));
  for (const { key, mechanism } of mechanisms) {
    const own = closed.get(key) ?? [];
    await learnOne(pool, city, now, { key, about: 'unit', own }, (unit) => units.get(unit)?.retiredAt === null);
    if (mechanism.scheme === undefined) continue;
    const codes = await transact(pool, system, (tx) => codesInUse(tx, city, mechanism.scheme!));
    await learnOne(pool, city, now, { key, about: 'category', own }, (code) => codes.has(code));
  }
}

type Of = { readonly key: string; readonly about: About; readonly own: readonly Closed[] };

async function learnOne(
  pool: Pool,
  city: number,
  now: Date,
  { key: mechanism, about, own }: Of,
  inUse: (decided: string) => boolean,
): Promise<void> {
  const system = { city, system: true } as const;
  const { matters, kinds, lesson } = prepare(own, about, inUse);
  const kept = await transact(pool, system, (tx) => findLessons(tx, city, mechanism));
  const before = kept.find((one) => one.about === about);
  const version = lesson && versionOf(lesson);
  const same = version !== null && version === before?.version;
  const model = same ? undefined : lesson && (await learnApart(lesson, `${about} of ${mechanism}`));
  const learnedAt = same ? before!.learnedAt : version === null ? null : now;
  await transact(pool, system, (tx) =>
    keepLesson(tx, city, { mechanism, about, lookedAt: now, matters, kinds, version, learnedAt }, model),
  );
}

/** What a model is called: another as soon as anything that it learned from is. */
const versionOf = (lesson: Lesson): string =>
  createHash('sha256')
    .update(`${FORMAT}\n${JSON.stringify(lesson)}`)
    .digest('hex');

async function learnApart(lesson: Lesson, what: string): Promise<Uint8Array> {
  const { answer, fault } = await readApart<Uint8Array>(
    new URL('./learn.worker.ts', import.meta.url),
    { bytes: new TextEncoder().encode(JSON.stringify(lesson)) },
    PATIENCE_MS,
  );
  if (!answer) throw new Error(`the ${what} could not be learned: ${fault}`);
  return answer;
}

/** What may be learned from, newest first, by mechanism. A page at a time, so that others are answered in between. */
async function readClosed(pool: Pool, city: number): Promise<ReadonlyMap<string, readonly Closed[]>> {
  const found = new Map<string, Closed[]>();
  let before: Uuid | null = null;
  for (let looked = 0; looked < LOOKED_AT; looked += AT_ONCE) {
    const page = await nextClosed(pool, city, before);
    for (const { id, state } of page) {
      const one = lessonOf(id, state);
      if (!one) continue;
      const own = found.get(state.mechanism);
      if (own) own.push(one);
      else found.set(state.mechanism, [one]);
    }
    if (page.length < AT_ONCE) break;
    before = page.at(-1)!.id;
  }
  return found;
}

const nextClosed = (pool: Pool, city: number, before: Uuid | null): ReturnType<typeof findClosed> =>
  transact(pool, { city, system: true }, (tx) => findClosed(tx, city, before, AT_ONCE));

/** What a closed matter teaches, without what is personal; null where it is confidential, or goes on in another. A unit is learned where it answered. */
function lessonOf(id: Uuid, { text, confidential, joined, category, units }: MatterState): Closed | null {
  if (confidential || joined) return null;
  const lead = units.find(({ part, stance }) => part === 'lead' && (stance === 'answered' || stance === 'done'));
  return { id, text: withoutMarks(text), category: category?.code ?? null, unit: lead?.unit ?? null };
}

async function codesInUse(tx: Tx, city: number, key: string): Promise<ReadonlySet<string>> {
  const scheme = await findScheme(tx, city, key);
  return new Set(scheme?.categories.flatMap(({ code, retired }) => (retired ? [] : [code])) ?? []);
}
