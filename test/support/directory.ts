import type { NewUnit, Unit, UnitAct } from '../../src/directory/contract.ts';
import { addUnits, changeUnit, findUnits, openPerson } from '../../src/directory/index.ts';
import { Refusal, uuidv7, type Uuid } from '../../src/kernel/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact, type Pool, type SystemCaller, type Tx } from '../../src/platform/postgres/index.ts';
import { aCaller } from './callers.ts';

export const city = 1;
export const system: SystemCaller = { city, system: true };
export const administrator = aCaller({ role: 'administrator' });
export const handler = aCaller();
/** When what these tests do is done. */
export const now = new Date('2023-03-14T08:00:00.000Z');

/** A unit as it is asked to be added. */
export const aUnit = (name: string, more: Partial<NewUnit> = {}): NewUnit => ({
  id: uuidv7(now),
  name,
  kind: 'department',
  ...more,
});

/** Why something was refused, by its code; what was thrown, where it was no refusal. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refusal ? error.problem.code : String(error);
};

/** What tests do to the directory of a city that has nobody in it yet. */
export function aDirectory(pool: Pool) {
  const as = <T>(who: Caller | SystemCaller, work: (tx: Tx) => Promise<T>) => transact(pool, who, work);
  return {
    as,
    add: (...units: NewUnit[]) => as(system, (tx) => addUnits(tx, system, units, now)),
    unitOf: async (id: string): Promise<Unit | undefined> => (await as(handler, (tx) => findUnits(tx, city))).get(id),
    /** An account without a seat. */
    anAccount: async (name: string): Promise<Uuid> => {
      const id = uuidv7(now);
      const person = { id, login: `u${id.replaceAll('-', '')}`, name, seat: null, password: 'only-a-test-1' };
      await as(system, (tx) => openPerson(tx, system, person, now));
      return id;
    },
    change: (id: string, kind: UnitAct['kind'], given: object = {}, at = now) =>
      as(administrator, (tx) => changeUnit(tx, administrator, id, { id: uuidv7(at), kind, given } as UnitAct, at)),
  };
}
