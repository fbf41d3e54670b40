import { addUnits, openPerson, openSeat } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { foundCity, randomPassword, type Caller, type SeatRole } from '../../platform/identity/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { CITY, CITY_NAME, CITY_NAME_EN, HELPERS, personOf, SEATS, UNITS } from './city.ts';

/** An account of the demo as it is printed: the password is random and stands nowhere else. */
export type DemoAccount = {
  login: string;
  password: string;
  name: string;
  role: SeatRole;
  unit: string;
  title: string;
};
/** Everybody in the demo city: who acts in its history, and what is printed. */
export type DemoPeople = {
  accounts: DemoAccount[];
  units: ReadonlyMap<string, Uuid>;
  supervisor: Caller;
  mayor: Caller;
  administrator: Caller;
  handlers: ReadonlyMap<string, Caller>;
  heads: ReadonlyMap<string, Caller>;
  /** The second handler of a unit that has two. */
  seconds: ReadonlyMap<string, Caller>;
  /** Those who are asked to help with appeals, by login. */
  helpers: ReadonlyMap<string, Caller>;
};

const system = { city: CITY, system: true } as const;
/** So many passwords are hashed beside each other. */
const LANES = 4;

/** Founds the city: its units, and accounts with seats in all of them. */
export async function settle(pool: Pool, at: Date): Promise<DemoPeople> {
  const units = new Map(UNITS.map((unit) => [unit.key, uuidv7(at)]));
  await transact(pool, system, async (tx) => {
    await foundCity(tx, CITY, CITY_NAME, CITY_NAME_EN);
    const rows = UNITS.map((unit, i) => ({
      id: units.get(unit.key)!,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      aliases: unit.aliases ?? [],
      sort: (i + 1) * 10,
    }));
    await addUnits(tx, system, rows, at);
  });
  const seats = everySeat().map((seat) => {
    const unit = seat.unit === null ? null : units.get(seat.unit)!;
    return { seat, caller: callerAt(seat, unit, at), password: randomPassword() };
  });
  // A password takes long to hash, by design: some at a time, so that no connection is waited for in vain.
  const lanes = Array.from({ length: LANES }, (_, lane) => seats.filter((_one, i) => i % LANES === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const { seat, caller, password } of lane) await sit(pool, caller, seat.login, password, at);
    }),
  );
  const callers = seats.map(({ caller }) => caller);
  const accounts = seats.map(({ seat, password }): DemoAccount => {
    return { ...seat, password, unit: UNITS.find((u) => u.key === seat.unit)?.name ?? CITY_NAME };
  });
  const handlers = new Map<string, Caller>();
  const seconds = new Map<string, Caller>();
  const heads = new Map<string, Caller>();
  const helpers = new Map(
    HELPERS.map(({ login }) => [login, seats.find(({ seat }) => seat.login === login)!.caller] as const),
  );
  const helping = new Set(helpers.values());
  for (const [key, unit] of units) {
    const [handler, second] = callers.filter((c) => c.unit === unit && c.role === 'handler' && !helping.has(c));
    if (handler) handlers.set(key, handler);
    if (second) seconds.set(key, second);
    const head = callers.find((c) => c.unit === unit && c.role === 'head');
    if (head) heads.set(key, head);
  }
  await sitAlso(pool, seconds.get('fagai')!, units.get('kaifaqu')!, at);
  const of = (role: SeatRole): Caller => callers.find((c) => c.role === role)!;
  return {
    accounts,
    units,
    supervisor: of('supervisor'),
    mayor: of('mayor'),
    administrator: of('administrator'),
    handlers,
    heads,
    seconds,
    helpers,
  };
}

type DemoSeat = { login: string; name: string; role: SeatRole; unit: string | null; title: string };

/** The seats that are printed first, then a handler and a head for every other unit. */
function everySeat(): DemoSeat[] {
  const others = UNITS.filter((u) => u.key !== 'ducha' && u.key !== 'fagai').flatMap((u, i): DemoSeat[] => [
    { login: u.key, name: personOf(2 * i), role: 'handler', unit: u.key, title: '经办人' },
    { login: `${u.key}-head`, name: personOf(2 * i + 1), role: 'head', unit: u.key, title: '主要负责人' },
  ]);
  return [
    ...SEATS,
    ...others,
    { login: 'ducha-jingban', name: '白露', role: 'handler', unit: 'ducha', title: '科员' },
    { login: 'fagai-jingban', name: '贺一诺', role: 'handler', unit: 'fagai', title: '科员' },
    ...HELPERS,
  ];
}

/** Somebody with two seats: on secondment to another unit besides their own, which they had before and so take first. */
async function sitAlso(pool: Pool, { account }: Caller, unit: Uuid, at: Date): Promise<void> {
  const later = new Date(at.getTime() + 60_000);
  const seat = { id: uuidv7(later), account, unit, role: 'handler', title: '挂职副主任' } as const;
  await transact(pool, system, (tx) => openSeat(tx, system, seat, later));
}

/** Ids tell time: in the order of the list, whoever is done first. */
const callerAt = ({ role, name, title }: DemoSeat, unit: Uuid | null, at: Date): Caller => {
  const [account, seat] = [uuidv7(at), uuidv7(at)];
  return { city: CITY, account, seat, role, unit, units: unit ? [unit] : [], name, title };
};

const sit = (
  pool: Pool,
  { account, seat: id, unit, role, name, title }: Caller,
  login: string,
  password: string,
  at: Date,
) =>
  transact(pool, system, (tx) =>
    openPerson(
      tx,
      system,
      { id: account, login, name, password, seat: { id, unit, role: role as SeatRole, title } },
      at,
    ),
  );
