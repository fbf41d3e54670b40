import { beforeAll, expect, it } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { changeSeat, openPerson } from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { SeatCaller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import { registerTogether } from './register-together.acts.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
const system = { city: 1, system: true } as const;
let units: Uuid[];

beforeAll(async () => {
  units = await aCity(pool, 1, ['市水务局', '市城市管理局'], NOW);
});

const offices = (many: number): SeatCaller[] =>
  Array.from({ length: many }, (_, n) => aCaller({ role: 'supervisor', unit: null, name: `沈知远${n}` }));

/** All at once; what each heard, the refusals by their codes. */
const all = (callers: readonly SeatCaller[], text = '排涝', ids = callers.map(() => uuidv7(NOW))) =>
  Promise.all(
    callers.map(async (caller, n) => {
      const assign = { lead: units[n % 2]!, co: [] };
      const request = { id: ids[n]!, mechanism: 'weekly-assignment', given: { text }, assign };
      return registerTogether(pool, 1, { caller, request, now: NOW }).catch(
        (error: { problem?: { code: string } }) => error.problem?.code ?? error,
      );
    }),
  );
const acts = async (ids: readonly Uuid[]) =>
  (
    await owner.query<{ stream: Uuid; seat: Uuid; kind: string; xid: string; number: string }>(
      `select a.stream, a.seat, a.kind, a.xid::text, m.number from act a join matter m on m.id = a.stream
       where a.stream = any ($1) order by array_position($1, a.stream), a.seq`,
      [ids],
    )
  ).rows;

it('registers in one transaction what several register at once, each in their own name and with the next number', async () => {
  const callers = offices(5);
  const ids = callers.map(() => uuidv7(NOW));
  expect(await all(callers, '排涝', ids)).toMatchObject(ids.map((id) => ({ id, matter: id })));
  const written = await acts(ids);
  expect(written.map(({ stream, kind, seat }) => [stream, kind, seat])).toEqual(
    ids.flatMap((id, n) => ['register', 'assign'].map((kind) => [id, kind, callers[n]!.seat])),
  );
  expect(new Set(written.map(({ xid }) => xid)).size).toBe(1);
  const numbers = [...new Set(written.map(({ number }) => Number(number.split('-').at(-1))))];
  expect(numbers).toEqual(numbers.map((_, n) => numbers[0]! + n));
});

it('refuses alone whoever may not register, and leaves no gap among the numbers of the others', async () => {
  const [first, second] = offices(2);
  const unit = aCaller({ role: 'handler', unit: units[0]!, name: '林一帆' });
  const ids = [first, unit, second].map(() => uuidv7(NOW));
  expect(await all([first!, unit, second!], '清淤', ids)).toMatchObject([
    { matter: ids[0] },
    'matter.not-your-act',
    { matter: ids[2] },
  ]);
  const [one, other] = (await acts([ids[0]!, ids[2]!])).filter(({ kind }) => kind === 'register');
  const n = ({ number }: { number: string }) => Number(number.split('-').at(-1));
  expect(n(other!)).toBe(n(one!) + 1);
});

it('refuses alone whoever has left their seat meanwhile, though all go together', async () => {
  const [left, there] = offices(2) as [SeatCaller, SeatCaller];
  const { account: id, seat, unit, role, title, name } = left;
  const person = { id, login: 'left', name, seat: { id: seat, unit, role, title }, password: 'only-a-test-1' };
  await transact(pool, system, (tx) => openPerson(tx, system, person, NOW));
  await transact(pool, system, (tx) =>
    changeSeat(tx, system, seat, { id: uuidv7(NOW), kind: 'end', given: {} }, new Date(NOW.getTime() + 60_000)),
  );
  const ids = [uuidv7(NOW), uuidv7(NOW)];
  expect(await all([left, there], '巡堤', ids)).toMatchObject(['identity.seat-left', { matter: ids[1] }]);
  expect((await acts(ids)).map(({ seat: by }) => by)).toEqual([there.seat, there.seat]);
});
