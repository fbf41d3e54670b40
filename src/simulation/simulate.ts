import { findRoster, findUnits, listSeats, reachOf } from '../directory/index.ts';
import { refuse, type Uuid } from '../kernel/index.ts';
import { readStreams } from '../ledger/index.ts';
import type { Mechanism } from '../mechanism/index.ts';
import {
  calendarOf,
  findSince,
  getMechanism,
  nobody,
  matterAct,
  newestMechanisms,
  type Ask,
  type MatterAct,
} from '../matters/index.ts';
import type { Role } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { add, nothingYet, type Comparison } from './compare.rules.ts';
import { replay, type World } from './replay.rules.ts';

/** Matters whose acts are held in memory at once. */
const BATCH = 200;

/** Of which city, under which changed file, which of its matters: those registered from `from` until before `until`. */
export type Simulation = {
  city: number;
  mechanism: Mechanism;
  /** The mechanism whose matters are played again; left out: the file's own. */
  of?: string;
  from: Date;
  until: Date;
  progress?: (matters: number) => Promise<void>;
};

/**
 * Plays the past of a mechanism's matters again, once under the version that each stands under and once under a changed file, and tells what
 * would have been different: late, reminded, slipped, listed, raised. Reads and writes nothing; `tx` must be the system's, as all
 * matters count. Of sealed matters nothing is played, as not even their number is told: `mechanism.trial-sealed`. What people did is taken as it was, what today's checks would refuse too; the calendar and who sits where are those of now.
 */
export async function simulate(
  tx: Tx,
  { city, mechanism, of = mechanism.key, from, until, progress }: Simulation,
): Promise<Comparison> {
  const known = await newestMechanisms(tx, city);
  if (known.some(({ key, mechanism: past }) => key === of && past.sealed)) refuse('mechanism.trial-sealed');
  const world = await worldOf(tx, city, until);
  const found = nothingYet();
  for (let after: Uuid | null = null, seen = 0; ;) {
    const matters: { id: Uuid; version: number }[] = await findSince(
      tx,
      city,
      { mechanism: of, from, until },
      after,
      BATCH,
    );
    if (matters.length === 0) return found;
    const acts = await actsOf(
      tx,
      city,
      matters.map(({ id }) => id),
      until,
    );
    for (const { id, version } of matters) {
      const past = acts.get(id) ?? [];
      const under = await getMechanism(tx, city, of, version);
      const was = replay(past, { ...world, mechanism: under, version }, null);
      const would = replay(past, { ...world, mechanism, version: version + 1 }, was?.taken ?? null);
      add(found, numberOf(past), was, would);
    }
    seen += matters.length;
    await progress?.(seen);
    after = matters.at(-1)!.id;
  }
}

function numberOf([first]: readonly MatterAct[]): string {
  const open = first?.effects[0];
  return open?.do === 'open' ? open.number : '';
}

async function actsOf(tx: Tx, city: number, ids: readonly Uuid[], until: Date): Promise<Map<Uuid, MatterAct[]>> {
  const found = new Map<Uuid, MatterAct[]>();
  for (const stored of await readStreams(tx, city, ids, until)) {
    const acts = found.get(stored.stream);
    if (acts) acts.push(matterAct(stored));
    else found.set(stored.stream, [matterAct(stored)]);
  }
  return found;
}

/** All of the world but the file: the same for every matter. */
async function worldOf(tx: Tx, city: number, until: Date): Promise<Omit<World, 'mechanism' | 'version'>> {
  const [roster, units, seats, calendar] = [
    await findRoster(tx, city, until),
    await findUnits(tx, city),
    new Map((await listSeats(tx, city, {})).map((seat) => [seat.id, seat])),
    await calendarOf(tx, city, until),
  ];
  const seatOf = (seat: Uuid): Ask['higher'] => {
    const held = roster.find((one) => one.seat === seat);
    return held ? { seat, role: held.role, unit: held.unit, units: reachOf(units, held.unit) } : null;
  };
  const callerOf = (seat: Uuid, through: Uuid | null): Ask['caller'] => {
    const held = seats.get(seat);
    const role: Role = held?.role ?? 'originator';
    const unit = role === 'handler' ? (through ?? held?.unit ?? null) : (held?.unit ?? null);
    const below = reachOf(units, unit);
    return {
      city,
      account: held?.account ?? seat,
      seat,
      role,
      unit,
      units: through && !below.includes(through) ? [...below, through] : below,
      name: '',
      title: '',
    };
  };
  const unitName = (unit: Uuid): string => units.get(unit)?.name ?? unit;
  return {
    calendar,
    unitName,
    people: { roster, units, hands: [] },
    seatOf,
    nobody: nobody(city, 'ladder'),
    callerOf,
    until,
  };
}
