import { dayOf, uuidv7, type Day, type Uuid } from '../../kernel/index.ts';
import { ruleFor, stagesFor, type Mechanism, type SampleRule } from '../../mechanism/index.ts';
import { notify, transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { actByLadder } from '../nobody.acts.ts';
import { mechanismsOf, newestMechanisms } from '../mechanisms/mechanism.store.ts';
import { drawSample, lotOf, mayBeDrawn, spanOf, weekBefore, type Candidate } from './sample.rules.ts';
import { claimWeek, findStruckOff, keepSample } from './sample.store.ts';

/**
 * Draws the samples of the week before, one of each mechanism that has one: each matter drawn gets an act, and is to be called
 * back from then on. Done again, or by two at once, it is done once. Answers how many were drawn.
 */
export async function drawSamples(pool: Pool, city: number, now: Date): Promise<number> {
  const system = { city, system: true } as const;
  const week = weekBefore(dayOf(now));
  const all = await transact(pool, system, (tx) => newestMechanisms(tx, city));
  let drawn = 0;
  for (const { key, mechanism } of all) {
    const { sample } = mechanism;
    if (sample) drawn += await transact(pool, system, (tx) => draw(tx, { city, mechanism: key, week }, sample, now));
  }
  return drawn;
}

async function draw(
  tx: Tx,
  of: { city: number; mechanism: string; week: Day },
  rule: SampleRule,
  now: Date,
): Promise<number> {
  const { city, mechanism, week } = of;
  if (!(await claimWeek(tx, city, mechanism, week, rule, now))) return 0;
  const span = spanOf(week);
  const found = (await findStruckOff(tx, city, mechanism, span.from)).filter(({ state }) => mayBeDrawn(state, span));
  const under = await mechanismsOf(
    tx,
    city,
    found.map(({ state }) => state),
  );
  const population = found
    // One that was opened under an older file is drawn where that knew of it.
    .filter(({ state }) => knows(under(state), state.stage))
    .map(({ id, state }): Candidate => ({ id, unit: state.units.find(({ part }) => part === 'lead')?.unit ?? null }));
  const drawn: Uuid[] = [];
  // In the order of their ids, as everybody locks several.
  for (const id of drawSample(of, rule, population).toSorted()) {
    const given = { week, among: population.length, lot: lotOf(of, id) };
    if ((await actByLadder(tx, city, id, { id: uuidv7(now), kind: 'draw', given }, now)).ok) drawn.push(id);
  }
  await keepSample(tx, city, mechanism, week, { population, drawn });
  if (drawn.length) notify(tx, city);
  return drawn.length;
}

const knows = (mechanism: Mechanism, stage: string): boolean =>
  ruleFor(mechanism, 'draw') !== null && stagesFor(mechanism, 'draw').includes(stage);
