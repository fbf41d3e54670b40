import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSeat, openPerson } from '../../src/directory/index.ts';
import type { SeatAct } from '../../src/directory/people/people.contract.ts';
import { changePerson } from '../../src/directory/people/person.acts.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { viewMatter } from '../../src/matters/matter.view.ts';
import type { SeatCaller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { listenAt } from '../support/live.ts';
import { serverProcess, type ServerProcess } from '../support/process.ts';
import { signedInSeat } from '../support/sessions.ts';
import { assignOne, does } from '../support/staff.ts';

const { pool, owner, applicationUrl } = await testDatabase();
const system = { city: 1, system: true } as const;
const password = 'only-a-test-1';
const next = uuidv7(new Date());
let server: ServerProcess;
let units: Uuid[];
let office: SeatCaller;
let matter: Uuid;
let old: SeatCaller;
let token: string;

beforeAll(async () => {
  const at = new Date();
  units = await aCity(pool, 1, ['市水务局', '市城市管理局'], at);
  office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
  await signedInSeat(owner, office, at);
  const person = { id: next, login: 'yingji', name: '秦月', seat: null, password };
  await transact(pool, system, (tx) => openPerson(tx, system, person, at));
  matter = await assignOne(pool, office, units[0]!, at);
  server = await serverProcess(applicationUrl);
});

const ask = (method: string, path: string, body?: object) =>
  fetch(server.address + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const asked = async (): Promise<object> => {
  const answer = await ask('GET', `/api/matters/${matter}`);
  return answer.ok ? { status: 200 } : ((await answer.json()) as object);
};
const note = () =>
  ask('POST', `/api/matters/${matter}/acts`, { id: uuidv7(new Date()), kind: 'note', given: { text: '请看' } });
const notes = async () => (await owner.query(`select from act where stream = $1 and kind = 'note'`, [matter])).rowCount;

beforeEach(async () => {
  old = aCaller({ role: 'handler', unit: units[0]!, name: '林一帆' });
  const { account: id, seat, unit, role, title, name } = old;
  const person = { id, login: `u${id}`, name, seat: { id: seat, unit, role, title }, password };
  await transact(pool, system, (tx) => openPerson(tx, system, person, new Date()));
  const signedIn = await ask('POST', '/api/session', { login: person.login, password });
  ({ token } = (await signedIn.json()) as { token: string });
  await asked();
  // A process remembers nobody before it listens.
  const listens = `select from pg_stat_activity where datname = current_database() and query = 'listen "huiyin_callers"' and state = 'idle'`;
  await expect.poll(async () => (await owner.query(listens)).rowCount).toBeGreaterThan(0);
  await asked();
});

const seatAct = (kind: 'hand-over' | 'end', given: object) =>
  transact(pool, system, (tx) =>
    changeSeat(tx, system, old.seat, { id: uuidv7(new Date()), kind, given } as SeatAct, new Date()),
  );
const personAct = (kind: 'disable' | 'enable') =>
  transact(pool, system, (tx) =>
    changePerson(tx, system, old.account, { id: uuidv7(new Date()), kind, given: {} }, new Date()),
  );

describe('whoever has left a seat, at a process that remembers them there', () => {
  it.each([
    ['handed over', () => seatAct('hand-over', { account: next }), 'identity.seat-handed-over', '移交给秦月'],
    ['ended', () => seatAct('end', {}), 'identity.seat-ended', '已撤销'],
    ['with a disabled account', () => personAct('disable'), 'identity.account-disabled', '已停用'],
  ])('%s, reads and does nothing more, and is told why', async (_, leave, code, words) => {
    expect((await note()).status).toBe(200);
    const before = await notes();
    const ear = await listenAt(server.address, token);
    await leave();
    await expect
      .poll(asked, { timeout: 1_000 })
      .toMatchObject({ status: 401, code, detail: expect.stringContaining(words) });
    expect((await note()).status).toBe(401);
    expect(await notes()).toBe(before);
    await Promise.race([ear.ended, pause(3_000).then(() => expect.fail('the live line goes on'))]);
  });

  it('does not come back to a session of before, when the account is enabled again', async () => {
    await personAct('disable');
    await personAct('enable');
    await expect.poll(asked, { timeout: 1_000 }).toMatchObject({ status: 401, code: 'http.session-ended' });
  });

  it('is forgotten when the session ends elsewhere', async () => {
    await owner.query('delete from session where account = $1', [old.account]);
    await expect.poll(asked, { timeout: 1_000 }).toMatchObject({ status: 401 });
  });
});

describe('an act', () => {
  it('is refused by its own transaction, whatever a process believes, and the successor is not named for it', async () => {
    await does(pool, old, matter, 'note', { text: '移交之前' }, new Date());
    await seatAct('hand-over', { account: next });
    const before = await notes();
    await expect(does(pool, old, matter, 'note', { text: '移交之后' }, new Date())).rejects.toMatchObject({
      problem: { code: 'identity.seat-left', status: 401 },
    });
    expect(await notes()).toBe(before);
    await does(pool, { ...old, account: next, name: '秦月' }, matter, 'note', { text: '接手之后' }, new Date());
    const told = await transact(pool, office, (tx) => viewMatter(tx, office, matter, new Date()));
    expect(told.story.slice(-2).map(({ who }) => who)).toEqual(['林一帆', '秦月']);
  });

  it('of a disabled account, or from a seat that has ended, is refused as well', async () => {
    await personAct('disable');
    await expect(does(pool, old, matter, 'note', { text: '停用之后' }, new Date())).rejects.toThrow(/seat-left/u);
    await personAct('enable');
    await does(pool, old, matter, 'note', { text: '启用之后' }, new Date());
    await seatAct('end', {});
    await expect(does(pool, old, matter, 'note', { text: '撤销之后' }, new Date())).rejects.toThrow(/seat-left/u);
  });
});
