import { createHash } from 'node:crypto';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { SealedAct } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { calendarOf } from './calendars/calendar.store.ts';
import type { ActRequest } from './contract.ts';
import { actOnHost } from './life/decide-joining.rules.ts';
import { fold } from './life/fold.rules.ts';
import { project } from './life/project.rules.ts';
import type { MatterAct } from './life/effect.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import { findNumbered } from './lookup.store.ts';
import { seal } from './seal.ts';
import { findMatter, lockMatter, updateMatter, type StoredMatter } from './matter.store.ts';
import { getMechanism } from './mechanisms/mechanism.store.ts';

/** Whether an act is one on two matters: the one that is joined or parted, and the one that it goes on in. */
export const joins = (kind: string): boolean => kind === 'join' || kind === 'part';

/** The other matter: the one whose number is given, or the one that this goes on in. Null where there is none to be read. */
export async function hostNamed(tx: Tx, city: number, matter: Uuid, request: ActRequest): Promise<Uuid | null> {
  if (request.kind === 'part') return (await findMatter(tx, city, matter))?.state.joined?.into ?? null;
  const { into } = request.given;
  return typeof into === 'string' ? findNumbered(tx, city, into.trim()) : null;
}

/** Both matters, locked in the order of their ids, so that two who join them crosswise wait for each other and no longer. */
export async function lockBoth(
  tx: Tx,
  city: number,
  matter: Uuid,
  into: Uuid | null,
): Promise<{ held: StoredMatter | undefined; host: (StoredMatter & { id: Uuid }) | null }> {
  const locked = new Map<Uuid, StoredMatter | undefined>();
  for (const id of [...new Set(into === null ? [matter] : [matter, into])].toSorted())
    locked.set(id, await lockMatter(tx, city, id));
  const host = into === null ? undefined : locked.get(into);
  return { held: locked.get(matter), host: host && into !== null ? { ...host, id: into } : null };
}

/** The act on the other matter that goes with `done`, under an id derived from its id, and what writes it there. */
export async function tellHost(
  tx: Tx,
  city: number,
  host: StoredMatter & { id: Uuid },
  other: { id: Uuid; state: MatterState },
  done: MatterAct,
): Promise<{ act: SealedAct; write: () => Promise<void> }> {
  const mechanism = await getMechanism(tx, city, host.state.mechanism, host.state.version);
  const calendar = await calendarOf(tx, city, new Date(done.at));
  const told = actOnHost(host.state, other, done, secondId(done.id), { mechanism, calendar });
  const sealed = seal(city, host.id, host.hash, told, fold(host.state, told));
  const write = () => updateMatter(tx, city, host.id, sealed.saved(mechanism), project(host.state, mechanism));
  return { act: sealed.act, write };
}

/** Of the same instant, and the same whenever it is asked for. */
function secondId(first: Uuid): Uuid {
  const ms = parseInt(first.replace('-', '').slice(0, 12), 16);
  return uuidv7(new Date(ms), createHash('sha256').update(`${first}/host`).digest().subarray(0, 10));
}
