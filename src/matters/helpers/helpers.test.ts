import { beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, seatThem, type Staff } from '../../../test/support/staff.ts';
import { addUnits, directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import {
  helperRoutes,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
  roundSubject,
} from '../index.ts';
import type { MatterView } from '../contract.ts';
import type { HelperList } from './helper.contract.ts';
import type { Workbench } from '../lists/list.contract.ts';
import { findMatter } from '../matter.store.ts';
import { mayRead } from '../matter.policy.ts';

const { pool } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const LATER = new Date('2026-03-17T01:30:00Z');
const system = { city: 1, system: true } as const;
let staff: Staff;
let web: TestHttp;
let matter: Uuid;
/** A unit below that of the chair. */
let lead: Uuid;
let chair: Caller;
let escort: Caller;

beforeAll(async () => {
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市工商联'], MONDAY);
  const file = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8');
  const source = file
    .replace('visibility: city', 'visibility: units')
    .replace(/^ {2}note: .*$/mu, '  note: { by: [supervisor, mayor, lead, co, helper] }')
    .replace(
      'acts:\n',
      'acts:\n  help: { by: [supervisor, lead], kinds: { legal: { zh: 法治护航员, en: Legal escort, also: [法律护航] } } }\n  unhelp: { by: [supervisor, lead], give: [reason] }\n',
    );
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, MONDAY));
  staff = await aStaff(pool, units, MONDAY);
  chair = aCaller({ role: 'head', unit: units[1]!, name: '石静远', title: '主席' });
  escort = aCaller({ role: 'handler', unit: units[1]!, name: '聂明理', title: '法治护航员' });
  await seatThem(pool, [chair, escort], MONDAY);
  const routes = [matterRoutes, helperRoutes];
  web = await testHttp(pool, [...Object.values(staff), chair, escort], { routes, now: () => LATER });
  lead = uuidv7(MONDAY);
  const station = { id: lead, name: '莲城市工商联服务站', kind: 'department' as const, parent: units[1]! };
  await transact(pool, system, (tx) => addUnits(tx, system, [station], MONDAY));
  matter = await assignOne(pool, staff.office, units[0]!, MONDAY, { due: '2026-03-20' });
});

const look = (who: Caller) => web.ask(who, { url: `/api/matters/${matter}` });
const helping = async (who: Caller) =>
  (await web.ask(who, { url: '/api/workbench' })).json<Workbench>().helping.map(({ id }) => id);
const agreed = async (who: Caller) => {
  const state = (await transact(pool, staff.office, (tx) => findMatter(tx, 1, matter)))!.state;
  const seen = await transact(pool, who, (tx) => findMatter(tx, 1, matter));
  expect(seen !== undefined).toBe(mayRead(who, state));
  return seen !== undefined;
};

test('whoever is asked to help reads the matter, finds it among what is their own, adds to it, and leaves again', async () => {
  expect([await agreed(staff.other), await helping(staff.other)]).toEqual([false, []]);
  await does(pool, staff.desk, matter, 'help', { seat: staff.other.seat, text: '请陪企业去一趟' }, MONDAY);
  expect([await agreed(staff.other), await helping(staff.other), await helping(staff.desk)]).toEqual([
    true,
    [matter],
    [],
  ]);
  const view = (await look(staff.other)).json<MatterView>();
  expect(view.helpers).toMatchObject([{ seat: staff.other.seat, name: '周文博', since: MONDAY.toISOString() }]);
  expect(view.units.map(({ part }) => part)).toEqual(['lead']);
  expect(view.acts.filter(({ allowed }) => allowed).map(({ kind }) => kind)).toEqual(['note']);
  expect(view.story.at(-1)).toMatchObject({ kind: 'help', seated: { name: '周文博' } });
  await does(pool, staff.other, matter, 'note', { text: '已陪同，材料齐了' }, LATER);
  const verified = await transact(pool, system, (tx) =>
    verifyLedger(
      tx,
      1,
      [matterSubject, mechanismSubject, roundSubject, ...directorySubjects].filter(
        ({ opens }) => opens !== 'open-person',
      ),
    ),
  );
  expect(verified).toMatchObject({ fault: null });
  await does(pool, staff.desk, matter, 'unhelp', { seat: staff.other.seat, reason: '已办妥' }, LATER);
  expect([await agreed(staff.other), await helping(staff.other)]).toEqual([false, []]);
  expect((await look(staff.other)).statusCode).toBe(404);
});

test('what is raised to whoever helps with it stands once on their workbench: among what they owe', async () => {
  const both = await assignOne(pool, staff.office, lead, MONDAY, { due: '2026-03-20' });
  await does(pool, staff.office, both, 'help', { seat: chair.seat, text: '请协调企业' }, MONDAY);
  expect(await helping(chair)).toEqual([both]);
  await does(pool, staff.office, both, 'raise', { seat: chair.seat, reason: '久拖未决' }, LATER);
  const seen = (await web.ask(chair, { url: '/api/workbench' })).json<Workbench>();
  expect(seen.todos.map(({ row, act }) => [row.id, act])).toEqual([[both, 'answer']]);
  expect(seen.helping).toEqual([]);
  await does(pool, staff.office, both, 'lower', { reason: '单位已接手' }, LATER);
  expect(await helping(chair), 'given back, they help as before').toEqual([both]);
});

test('those of a kind that the mechanism names are offered first, by what they are, and shown with it once they help', async () => {
  const one = await assignOne(pool, staff.office, lead, MONDAY, { due: '2026-03-20' });
  const offered = async (q: string) =>
    (await web.ask(staff.office, { url: `/api/matters/${one}/helpers?q=${encodeURIComponent(q)}` })).json<HelperList>()
      .rows;
  const kind = { zh: '法治护航员', en: 'Legal escort' };
  expect(await offered('')).toMatchObject([{ seat: escort.seat, title: '法治护航员', kind }]);
  expect((await offered('法律')).map(({ name }) => name)).toEqual(['聂明理']);
  expect((await offered('legal')).map(({ name }) => name)).toEqual(['聂明理']);
  const unit = await offered('工商联');
  expect(unit.map(({ name, kind: of }) => [name, of?.zh ?? null])).toEqual([
    ['聂明理', '法治护航员'],
    ['石静远', null],
    ['周文博', null],
  ]);
  expect((await web.ask(chair, { url: `/api/matters/${uuidv7(MONDAY)}/helpers` })).statusCode).toBe(404);
  await does(pool, staff.office, one, 'help', { seat: escort.seat, text: '请陪企业去一趟' }, MONDAY);
  expect(await offered(''), 'whoever helps already is asked no more').toEqual([]);
  const view = (await web.ask(staff.office, { url: `/api/matters/${one}` })).json<MatterView>();
  expect(view.helpers).toMatchObject([{ seat: escort.seat, kind }]);
});
