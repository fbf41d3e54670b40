import { findCategoryNames, findRoster, findUnits } from '../../directory/index.ts';
import { dayOf, uuidv7, workdaysBetween, type Calendar, type Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import {
  actByLadder,
  dueRungs,
  findMatters,
  lockWithMechanism,
  runsOut,
  type MatterState,
  type Step,
  findHandsOf,
} from '../../matters/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { ableIn } from './able.ts';
import type { Hours } from './hours.rules.ts';
import { findTold, noteRungs } from './ladder.store.ts';
import { handsWith, type People } from './people.rules.ts';
import { doingsOf, tellOfRung, type Done, type Words } from './rungs.rules.ts';
import { write, type Telling } from './tell.acts.ts';

/** What climbing goes by. */
export type Climbing = { readonly calendar: Calendar; readonly hours: Hours; readonly now: Date };

/**
 * Takes the clocks of one matter up their ladders: does what each rung asks for, notes it and tells whom it concerns, in the
 * transaction given. The matter's row is locked first, so that it is judged as it is, and two workers do it once. Answers how many
 * rungs were climbed.
 */
export async function climbMatter(tx: Tx, city: number, matter: Uuid, on: Climbing): Promise<number> {
  const held = await lockWithMechanism(tx, city, matter);
  if (!held) return 0;
  const { state, mechanism } = held;
  const told = await findTold(tx, city, matter);
  const steps = dueRungs(state, mechanism, on.calendar, on.now, (n, due) => told.get(`${n} ${due}`) ?? 0);
  if (steps.length === 0) return 0;
  const roster = await findRoster(tx, city, on.now);
  const people: People = {
    roster,
    ...(await ableIn(tx, city, state, roster)),
    units: await findUnits(tx, city),
    hands: handsWith(state.appointed, (await findHandsOf(tx, city, [matter]))(matter)),
  };
  for (const step of steps) await climbOne(tx, city, matter, { step, mechanism, people }, on);
  await noteRungs(
    tx,
    city,
    steps.map(({ n, clock, level }) => ({ matter, n, dueAt: runsOut(clock), rung: level })),
  );
  return steps.length;
}

type Rise = { step: Step; mechanism: Mechanism; people: People };

async function climbOne(
  tx: Tx,
  city: number,
  matter: Uuid,
  { step, mechanism, people }: Rise,
  on: Climbing,
): Promise<void> {
  const stateNow = async (): Promise<MatterState> => (await findMatters(tx, city, [matter])).get(matter)!;
  // Another clock's rung may just have moved it.
  const before = await stateNow();
  const words = await wordsFor(tx, city, step, before, mechanism, on);
  const done: Done[] = [];
  for (const doing of doingsOf(step, before, mechanism, people, { ...words, ...on })) {
    const id = uuidv7(on.now);
    // What the rules have against it is left undone; whom it concerns is told of the clock all the same.
    if ((await actByLadder(tx, city, matter, { id, ...doing }, on.now)).ok) done.push({ ...doing, id });
  }
  const { n, clock, level } = step;
  const subject = `rung ${matter} ${n} ${clock.due} ${level}`;
  const telling = tellOfRung(step, done, done.length ? await stateNow() : before, people).map((one): Telling => ({
    ...one,
    subject,
    matter,
    bulletin: null,
    swap: null,
    at: on.now,
  }));
  await write(tx, city, telling, on);
}

/** The words of the ladder's acts, which stay in the ledger and are read by the public: of what kind, never what somebody wrote. */
async function wordsFor(
  tx: Tx,
  city: number,
  { clock }: Step,
  state: MatterState,
  { name, clocks }: Mechanism,
  { calendar, now }: Climbing,
): Promise<Words> {
  const category = state.category ? (await findCategoryNames(tx, city, state.category)).at(-1)?.zh : undefined;
  const title = category ? sentence('zh', 'notice.ladder.title', { mechanism: name.zh, what: category }) : name.zh;
  const late = -workdaysBetween(calendar, dayOf(now), clock.due);
  const reason = sentence('zh', 'notice.ladder.reason', { clock: clocks[clock.clock]?.name.zh ?? '', n: late });
  return { title, reason };
}
