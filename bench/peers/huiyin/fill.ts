import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addUnits, openPerson } from '../../../src/directory/index.ts';
import type { Uuid } from '../../../src/kernel/index.ts';
import { checkpointNow } from '../../../src/ledger/index.ts';
import { publishMechanism } from '../../../src/matters/index.ts';
import { sumFacts } from '../../../src/matters/facts/sum.store.ts';
import { climbLadders, tellOfClocks } from '../../../src/notices/telling/ladder.jobs.ts';
import { readConfig } from '../../../src/platform/config/index.ts';
import { foundCity, type SeatRole } from '../../../src/platform/identity/index.ts';
import { transact, type Pool } from '../../../src/platform/postgres/index.ts';
import { MECHANISM, MECHANISM_SOURCE } from '../../world/lives.ts';
import { PASSWORD, unitId } from '../../world/people.ts';
import { insertEvidence, sealedLife, writeLives } from '../../world/sealed.ts';
import { AGENTS, PEERS_CITY, QUEUES, tickets } from '../tickets.ts';

const BATCH = 250;
const APPEAL_SOURCE = await readFile(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
const system = { city: PEERS_CITY, system: true } as const;
const id = (kind: number, n: number): Uuid =>
  `01860000-${String(kind).padStart(4, '0')}-7000-8000-${String(n).padStart(12, '0')}`;

/** Who signs in: an agent of the supervision office, or the handler of a unit. */
export const office = (n: number): string => `office-${n}`;
export const handler = (unit: number): string => `handler-${unit}`;

/**
 * Writes the city that is compared: every ticket a matter, each with its whole chain of acts, decided and sealed by the rules and
 * written by the very statements of the server. The city's file of the mechanism has figures besides. As after a night, what
 * the matters count as is summed up, a checkpoint signed, and whoever is late was reminded.
 */
export async function fillHuiyin(owner: Pool, pool: Pool, now: Date): Promise<void> {
  const handlers = new Map<Uuid, Uuid>(Array.from({ length: QUEUES }, (_, n) => [unitId(n), id(4, n)]));
  const sits = (_: unknown, unit: Uuid | null): Uuid => (unit && handlers.get(unit)) ?? id(3, 0);
  const { all, numbered } = tickets(now, sits);
  await settle(pool, new Date(all[0]!.given.heldOn));
  await insertEvidence(owner, PEERS_CITY);
  for (const [year, last] of numbered)
    await owner.query('insert into number_series (city, series, last) values ($1, $2, $3)', [
      PEERS_CITY,
      `${MECHANISM}/${year}/0`,
      last,
    ]);
  for (let from = 0; from < all.length; from += BATCH) {
    const lives = all.slice(from, from + BATCH).map((ticket) => sealedLife(ticket.given, ticket.id, now));
    await writeLives(pool, PEERS_CITY, lives);
  }
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source: MECHANISM_SOURCE + FIGURES }, now));
  await transact(pool, system, (tx) => sumFacts(tx, PEERS_CITY, MECHANISM, now));
  await transact(pool, system, (tx) => checkpointNow(tx, PEERS_CITY, now));
  await remind(pool, now);
}

/** Climbs the ladders of all that is overdue, once, or the jobs would be at it while the city is measured. Nothing outside working hours. */
async function remind(pool: Pool, now: Date): Promise<void> {
  const { hours } = readConfig({}).notices;
  await climbLadders(pool, PEERS_CITY, hours, now);
  while ((await transact(pool, system, (tx) => tellOfClocks(tx, PEERS_CITY, hours, now))) > 0);
}

const FIGURES = `
figures:
  all: { name: { zh: 登记, en: Registered }, count: [registered] }
  open: { name: { zh: 未销号, en: Open }, count: [registered, not closed] }
  response: { name: { zh: 办结率, en: Answered }, part: [answered], of: [registered] }
`;

async function settle(pool: Pool, at: Date): Promise<void> {
  await transact(pool, system, async (tx) => {
    await foundCity(tx, PEERS_CITY, '莲城市', 'Liancheng');
    const units = Array.from({ length: QUEUES }, (_, n) => ({
      id: unitId(n),
      name: `第${n + 1}工作单位`,
      kind: 'department' as const,
      sort: n,
    }));
    await addUnits(tx, system, units, at);
    await publishMechanism(tx, system, { source: MECHANISM_SOURCE }, at);
    await publishMechanism(tx, system, { source: APPEAL_SOURCE }, at);
  });
  const people: [login: string, role: SeatRole, unit: Uuid | null, kind: number, n: number][] = [
    ...Array.from({ length: AGENTS }, (_, n) => [office(n), 'supervisor', null, 3, n] as never),
    ...Array.from({ length: QUEUES }, (_, n) => [handler(n), 'handler', unitId(n), 4, n] as never),
  ];
  for (const [login, role, unit, kind, n] of people) {
    const seat = { id: id(kind, n), unit, role, title: login };
    const person = { id: id(kind + 10, n), login, name: login, password: PASSWORD, seat };
    await transact(pool, system, (tx) => openPerson(tx, system, person, at));
  }
}
