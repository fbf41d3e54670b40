import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { jobs, mayReadFile, routes } from '../../src/app/wiring.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import type { Transfer } from '../../src/platform/transfers/contract.ts';
import type { Trial } from '../../src/simulation/contract.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seated } from '../support/seats.ts';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const HELP = file('test/guide/village-help.yaml');
const { pool, owner } = await testDatabase();
const BEGAN = new Date('2026-03-02T02:00:00Z');
let clock = BEGAN;
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远', title: '督查专员' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏', title: '管理员' });
let desk: Caller;
let unit: Uuid;
let web: TestHttp;

/** Two matters of a week’s meeting, given to a unit that never signs for them; one of them for no other eyes. */
beforeAll(async () => {
  [unit] = (await aCity(pool, 1, ['莲城市水务局'], clock)) as [Uuid];
  desk = aCaller({ role: 'handler', unit, name: '林一帆' });
  const all = [office, administrator, desk];
  web = await testHttp(pool, all, { routes, mayReadFile, now: () => clock });
  await seated(pool, all, new Date('2026-01-01T00:00:00Z'));
  for (const given of [{ text: '疏通东渠' }, { text: '核实线索', confidential: true }]) {
    const payload = {
      id: uuidv7(clock),
      mechanism: 'weekly-assignment',
      given,
      assign: { lead: unit, co: [], due: null },
    };
    expect((await web.ask(office, { method: 'POST', url: '/api/matters', payload })).statusCode).toBe(200);
  }
  clock = new Date('2026-03-30T02:00:00Z');
});

const begin = (who: Caller, ask: object = {}) =>
  web.ask(who, {
    method: 'POST',
    url: '/api/mechanisms/trials',
    payload: { id: uuidv7(clock), source: HELP, of: 'weekly-assignment', since: '2026-01-01', ...ask },
  });
async function tried(who: Caller): Promise<Trial> {
  const begun = (await begin(who)).json<Transfer>();
  await jobs
    .find(({ name }) => name === 'simulation.trial')!
    .handle(1, { transfer: begun.id }, { pool, now: () => clock });
  const done = (await web.ask(who, { url: `/api/transfers/${begun.id}` })).json<Transfer>();
  expect(done).toMatchObject({ status: 'done', problem: null, done: 2, total: 2 });
  return (await web.ask(who, { url: `/api/transfers/${begun.id}/file` })).json();
}

test('a mechanism that has no past yet is tried on another’s: what would be late, and which matters that are', async () => {
  const acts = () => owner.query('select count(*) from act').then(({ rows }) => rows);
  const before = await acts();
  const trial = await tried(office);
  // Nobody signed for either: one working day was given, and three would be.
  expect(trial).toMatchObject({ of: 'weekly-assignment', since: '2026-01-01', until: '2026-03-30', matters: 2 });
  expect(trial.clocks).toContainEqual({ name: '签收时限', was: 2, would: 2 });
  // Called by its own name, though the file that is tried has no such clock.
  const named = trial.clocks.map(({ name }) => name);
  expect(named.filter((name) => /^[a-z]/u.test(name))).toEqual([]);
  expect(trial.measures.yellow).toMatchObject({ was: 2, would: 0, fewer: { n: 2 } });
  expect(await acts()).toEqual(before);
});

test('all matters count, and only those that the seat may read can be opened', async () => {
  const [ofOffice, ofAdministrator] = [await tried(office), await tried(administrator)];
  expect(ofAdministrator.measures.yellow).toMatchObject({ was: 2, fewer: { n: 2 } });
  expect(ofOffice.measures.yellow.fewer.shown).toHaveLength(2);
  const { shown } = ofAdministrator.measures.yellow.fewer;
  // The confidential one is a number among the others, and no more.
  expect(shown).toHaveLength(1);
  expect((await web.ask(administrator, { url: `/api/matters/${shown[0]!.id}` })).statusCode).toBe(200);
});

test.each<[sentence: string, who: () => Caller, ask: object, code: string]>([
  ['by a unit', () => desk, {}, 'mechanism.trial-not-yours'],
  [
    'of a file with a fault',
    () => office,
    { source: HELP.replace('to: closed', 'to: nowhere') },
    'mechanism.has-faults',
  ],
  ['on what the city does not have', () => office, { of: 'fair' }, 'matter.mechanism-unknown'],
  ['further back than a year', () => office, { since: '2024-01-01' }, 'mechanism.trial-too-far'],
])('is refused %s', async (_, who, ask, code) => {
  expect((await begin(who(), ask)).json()).toMatchObject({ code });
});

test('sealed matters are played for nobody: not even how many there are is told', async () => {
  const system = { city: 1, system: true } as const;
  const source = file('mechanisms/clue.yaml');
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, clock));
  for (const who of [administrator, office])
    expect((await begin(who, { source, of: 'clue' })).json()).toMatchObject({ code: 'mechanism.trial-sealed' });
});
