import type { Day, Uuid } from '../../kernel/index.ts';
import type { SampleRule } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { stateOf, type MatterState } from '../life/state.rules.ts';
import type { Candidate } from './sample.rules.ts';

const claim = {
  name: 'sample.claim',
  text: `insert into callback_sample (city, mechanism, week, drawn_at, share, least) values ($1, $2, $3, $4, $5, $6)
    on conflict (city, mechanism, week) do nothing returning 1 as won`,
};

/** Takes a week's draw on; false where it was drawn already, or is being drawn: then this waits until it was. */
export async function claimWeek(
  tx: Tx,
  city: number,
  mechanism: string,
  week: Day,
  { share, least }: SampleRule,
  now: Date,
): Promise<boolean> {
  return (await tx.run(claim, [city, mechanism, week, now.toISOString(), share, least])).length > 0;
}

const struck = {
  name: 'sample.struck-off',
  text: `select id, state from matter where city = $1 and mechanism = $2 and phase = 'closed' and updated_at >= $3 order by id`,
};

/** What is struck off and has moved since an instant: all that was struck off since then, and some besides. */
export async function findStruckOff(
  tx: Tx,
  city: number,
  mechanism: string,
  since: Date,
): Promise<{ id: Uuid; state: MatterState }[]> {
  const rows = await tx.run<{ id: Uuid; state: string }>(struck, [city, mechanism, since.toISOString()]);
  return rows.map(({ id, state }) => ({ id, state: stateOf(state) }));
}

const keep = {
  name: 'sample.keep',
  text: 'update callback_sample set population = $4, drawn = $5 where city = $1 and mechanism = $2 and week = $3',
};

/** Keeps out of what a week’s sample was drawn, and what, in the row that was opened for it. */
export async function keepSample(
  tx: Tx,
  city: number,
  mechanism: string,
  week: Day,
  { population, drawn }: { population: readonly Candidate[]; drawn: readonly Uuid[] },
): Promise<void> {
  await tx.run(keep, [city, mechanism, week, JSON.stringify(population), drawn]);
}

export type KeptSample = {
  readonly mechanism: string;
  readonly week: Day;
  readonly drawnAt: string;
  readonly share: number;
  readonly least: number;
  readonly population: readonly Candidate[];
  readonly drawn: readonly Uuid[];
};

const newest = {
  name: 'sample.newest',
  text: `select mechanism, week, drawn_at as "drawnAt", share, least, population, drawn from callback_sample
    where city = $1 and ($2::date is null or week < $2) order by week desc, mechanism limit $3`,
};

/** The draws of the city, the newest week first, of weeks before the one given. */
export const findSamples = (tx: Tx, city: number, before: Day | null, most: number): Promise<KeptSample[]> =>
  tx.run<KeptSample>(newest, [city, before, most]);
