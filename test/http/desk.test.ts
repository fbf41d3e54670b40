import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import { seatThem } from '../support/staff.ts';
import { aStaffedCity } from '../support/staffed-city.ts';
import { subjects } from '../../src/app/subjects.ts';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { addUnits, adoptDirectory, changeUnit } from '../../src/directory/index.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import type { MatterView, Registrable } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { counterSessionRoutes } from '../../src/counter/index.ts';

const databases = await testDatabase();
const { pool } = databases;
const system = { city: 1, system: true } as const;
const NOW = new Date('2026-03-16T02:00:00.000Z');
const [OFFICE, STATION, MARKET] = [uuidv7(NOW), uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: OFFICE, name: '沈知远' });
const clerk = aCaller({ unit: OFFICE, name: '白露', title: '科员' });
const station = aCaller({ unit: STATION, name: '唐若水', title: '企业服务员' });
const market = aCaller({ unit: MARKET });
const ADDRESS = { address: '东湖区文昌路 8 号', phone: null, point: null };
let plain: Caller;
let app: TestHttp;

beforeAll(async () => {
  const { staff } = await aStaffedCity(databases, NOW);
  plain = staff.desk;
  const units = [
    [OFFICE, '莲城市政府督查室'],
    [STATION, '东湖区企业服务站'],
    [MARKET, '莲城市集贸市场服务站'],
  ].map(([id, name]) => ({ id: id!, name: name!, kind: 'other' as const }));
  await transact(pool, system, (tx) => addUnits(tx, system, units, NOW));
  await located(STATION, ADDRESS);
  const people = [office, clerk, station, market];
  await seatThem(pool, people, NOW);
  await transact(pool, system, (tx) => adoptDirectory.person(tx, system, NOW));
  const counter = counterSessionRoutes({ send: async () => undefined }, () => undefined);
  const all = [...routes, counter];
  app = await testHttp(pool, [...people, ...Object.values(staff)], { routes: all, mayReadFile, now: () => NOW });
});

const located = (unit: string, given: object) =>
  transact(pool, system, (tx) =>
    changeUnit(tx, system, unit, { id: uuidv7(NOW), kind: 'locate', given } as never, NOW),
  );
const TEXT = '厂门口的路被挖断，货车进不来，请打 13812345678 找我';
const aVisit = (more: object = {}) => ({
  id: uuidv7(NOW),
  mechanism: 'appeal',
  given: { text: TEXT, channel: 'station' },
  by: { id: uuidv7(NOW), kind: 'person', contact: '13812345678', pass: null as string | null },
  ...more,
});
const take = (who: Caller, payload: object) => app.ask(who, { method: 'POST', url: '/api/matters/on-behalf', payload });
const offered = async (who: Caller) =>
  (await app.ask(who, { url: '/api/registrable' })).json<{ rows: Registrable[] }>().rows;
const story = async (id: string): Promise<MatterView> => (await app.ask(office, { url: `/api/matters/${id}` })).json();
/** What somebody finds of a matter, its acts and its papers past the policy of the pages. */
const past = (who: Caller, id: string) =>
  transact(pool, who, async (tx) => {
    const found: Record<string, number> = {};
    for (const [table, column] of [
      ['matter', 'id'],
      ['act', 'stream'],
      ['attachment', 'matter'],
    ] as const) {
      const text = `select 1 from ${table} where city = 1 and ${column} = $1`;
      found[table] = (await tx.run({ name: `test.desk-${table}`, text }, [id])).length;
    }
    return found;
  });

describe('who takes down what others raise', () => {
  test('is offered it: the office’s own clerk, and a station that the city has located; without assigning, joining, or reading it later', async () => {
    for (const who of [clerk, station])
      expect(await offered(who)).toMatchObject([{ key: 'appeal', mayAssign: false, mayJoin: false, mayRead: false }]);
    expect(await offered(office)).toMatchObject([{ key: 'appeal', mayJoin: true, mayRead: true }]);
  });

  test('a unit where nobody comes is offered nothing, and refused with who may', async () => {
    expect(await offered(plain)).toEqual([]);
    for (const url of ['/api/matters/on-behalf', '/api/matters']) {
      const { by, ...visit } = aVisit();
      const payload = url.endsWith('behalf') ? { ...visit, by } : visit;
      const refused = await app.ask(plain, { method: 'POST', url, payload });
      expect(refused.statusCode).toBe(403);
      expect(refused.json()).toMatchObject({ code: 'matter.not-your-act', params: { act: 'register' } });
      expect(refused.json().detail).toContain('服务站');
    }
  });

  test('it goes by where the unit is found now', async () => {
    expect((await take(market, aVisit())).statusCode).toBe(403);
    await located(MARKET, ADDRESS);
    expect((await take(market, aVisit())).statusCode).toBe(200);
    await located(MARKET, { address: null, phone: null, point: null });
    expect((await take(market, aVisit())).statusCode).toBe(403);
  });
});

describe('what a station takes down', () => {
  test('stands in its name with its papers, its personal words sealed, and is followed by number and code', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const url = '/api/files?name=%E7%8E%B0%E5%9C%BA.txt';
    const file = (await app.ask(station, { method: 'POST', url, headers, payload: Buffer.from('照片') })).json().id;
    const visit = aVisit({ attach: { files: [file] } });
    visit.by.pass = 'ACDEFGHJK7';
    const answer = await take(station, visit);
    expect(answer.statusCode, answer.body).toBe(200);
    const { number, matter } = answer.json();
    expect(number).toMatch(/^诉求〔2026〕/u);
    const view = await story(matter);
    expect(view.row).toMatchObject({ number, phase: 'open' });
    expect(view.story).toMatchObject([
      { kind: 'register', who: '唐若水' },
      { kind: 'attach', who: '唐若水' },
    ]);
    expect(view.files).toMatchObject([{ id: file }]);
    expect(JSON.stringify(view.story)).not.toContain('13812345678');
    const session = { number, pass: 'ACDEFGHJK7' };
    const entered = await app.http.inject({ method: 'POST', url: '/api/counter/session', payload: session });
    expect(entered.json()).toMatchObject({ matter });
    expect(await past(office, matter)).toEqual({ matter: 1, act: 2, attachment: 1 });
    for (const who of [station, clerk, market])
      expect(await past(who, matter), who.name).toEqual({ matter: 0, act: 0, attachment: 0 });
    expect((await app.ask(station, { url: `/api/matters/${matter}` })).statusCode).toBe(404);
    const acts = `/api/matters/${matter}/acts`;
    const more = { id: uuidv7(NOW), kind: 'attach', given: { files: [file] } };
    expect((await app.ask(station, { method: 'POST', url: acts, payload: more })).statusCode).toBe(404);
  });

  test('sent again, at the same time too, it is taken once, and another’s words under its id are refused', async () => {
    const { by: _, ...rest } = aVisit();
    for (const [url, visit] of [
      ['/api/matters/on-behalf', aVisit()],
      ['/api/matters', rest],
    ] as const) {
      const send = (who: Caller, payload: object) => app.ask(who, { method: 'POST', url, payload });
      const [first, twin] = await Promise.all([send(station, visit), send(station, visit)]);
      expect(first.statusCode, first.body).toBe(200);
      expect(twin.json()).toEqual(first.json());
      expect((await send(station, visit)).json()).toEqual(first.json());
      expect((await send(station, { ...visit, given: { ...visit.given, text: '别的事情' } })).statusCode).toBe(409);
      expect((await send(clerk, visit)).statusCode).toBe(409);
    }
  });

  test('is classified and assigned by the office: a station that assigns with it is refused, and nothing stands', async () => {
    const visit = aVisit({ assign: { lead: plain.unit, co: [] } });
    expect((await take(station, visit)).json()).toMatchObject({
      code: 'matter.not-your-act',
      params: { act: 'assign' },
    });
    expect(await past(office, visit.id)).toEqual({ matter: 0, act: 0, attachment: 0 });
    expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
  });
});
