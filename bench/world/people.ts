import { CITY_NAME, CITY_NAME_EN, personOf, UNITS } from '../../src/app/demo/city.ts';
import { addUnits, openPerson } from '../../src/directory/index.ts';
import type { Uuid } from '../../src/kernel/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { foundCity, type SeatCaller, type SeatRole } from '../../src/platform/identity/index.ts';
import { transact, type Pool } from '../../src/platform/postgres/index.ts';
import { MECHANISM_SOURCE } from './lives.ts';

/** The city that is measured, and the smaller one whose whole ledger is verified. */
export const CITY = 990201;
export const LEDGER_CITY = 990202;
/** Units in the order of how much they have; the last {@link RARE} have a handful of matters in a million. */
export const UNIT_COUNT = 200;
export const RARE = 5;
/** A county with its towns: one seat that stands for this many units. */
const TOWNS = { county: 99, from: 100, count: 40 } as const;

/** A seat from which lists are read, and the login to sign in with. */
export type Seat = { readonly login: string; readonly who: string; readonly caller: SeatCaller };
export const PASSWORD = 'Bench-2026-only';

const id = (kind: number, n: number): Uuid =>
  `01850000-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** The n-th unit; as predictable as all of this city, so that a kept database is met again. */
export const unitId = (n: number): Uuid => id(1, n);

const NAMED = UNITS.map((unit) => unit.name);
const nameOf = (n: number): string => NAMED[n] ?? `东湖区第${n}街道办事处`;

/** Seats of every role; of the units the commonest, the middling, the rarest, and a county with forty towns. */
export function seats(): Seat[] {
  const units = (n: number): Uuid[] =>
    n === TOWNS.county
      ? [n, ...Array.from({ length: TOWNS.count }, (_, i) => TOWNS.from + i)].map(unitId)
      : [unitId(n)];
  const list: [who: string, role: SeatRole, unit: number | null][] = [
    ['the supervision office', 'supervisor', null],
    ['a mayor', 'mayor', null],
    ['an administrator', 'administrator', null],
    ['the rarest unit', 'handler', UNIT_COUNT - 1],
    ['a middling unit', 'handler', 60],
    ['a county with 40 towns', 'head', TOWNS.county],
    ...Array.from({ length: 8 }, (_, n): [string, SeatRole, number] => [
      n === 0 ? 'the commonest unit' : `unit ${n + 1}`,
      'handler',
      n,
    ]),
  ];
  return list.map(([who, role, unit], n) => ({
    who,
    login: `bench-${n}`,
    caller: {
      city: CITY,
      account: id(2, n),
      seat: id(3, n),
      role,
      unit: unit === null ? null : unitId(unit),
      units: unit === null ? [] : units(unit),
      name: personOf(n),
      title: who,
    },
  }));
}

/** Founds both cities: units, mechanism; in the first the seats too, all with one password. */
export async function settle(pool: Pool, at: Date): Promise<void> {
  for (const city of [CITY, LEDGER_CITY]) {
    const system = { city, system: true } as const;
    await transact(pool, system, async (tx) => {
      await foundCity(tx, city, CITY_NAME, CITY_NAME_EN);
      const units = Array.from({ length: UNIT_COUNT }, (_, n) => ({
        id: unitId(n),
        name: nameOf(n),
        kind: n >= TOWNS.from ? ('town' as const) : ('department' as const),
        parent: n >= TOWNS.from && n < TOWNS.from + TOWNS.count ? unitId(TOWNS.county) : null,
        sort: n,
      }));
      await addUnits(tx, system, units, at);
      await publishMechanism(tx, { city, system: true }, { source: MECHANISM_SOURCE }, at);
    });
  }
  const system = { city: CITY, system: true } as const;
  for (const { login, caller } of seats()) {
    await transact(pool, system, async (tx) => {
      const { account, seat, unit, role, title, name } = caller;
      const person = { id: account, login, name, password: PASSWORD, seat: { id: seat, unit, role, title } };
      await openPerson(tx, system, person, at);
    });
  }
}
