import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import {
  addEnterpriseContact,
  addEnterprises,
  addUnits,
  directorySubjects,
  findOriginator,
  findReaches,
} from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import {
  enterpriseMatterRoutes,
  findMatters,
  matterRoutes,
  matterSubject,
  mechanismSubject,
  publishMechanism,
  type MatterState,
} from '../../matters/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { appealRoutes, behalfRoutes, counterSessionRoutes } from '../index.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const office = aCaller({ role: 'supervisor', unit: null });
const handler = aCaller({ role: 'handler' });
const now = new Date('2026-03-16T02:00:00.000Z');
const [CODE, UNKNOWN_CODE] = ['914403001922038216', '91330106MA28RJ5L7E'];
const PHONE = '13812345678';
const enterprise = uuidv7(now);
const yaml = readFileSync(join(import.meta.dirname, '../../../mechanisms/weekly-assignment.yaml'), 'utf8')
  .replace('rounds: true', 'rounds: true\noriginators: true\nchannels: { phone: { zh: 电话, en: By phone } }')
  .replace('register: { by: [supervisor]', 'register: { by: [supervisor, originator]')
  .replace('\nstages:\n', '\nstages:\n  joined: { phase: closed, name: { zh: 已并案, en: Joined } }\n')
  .replace(
    '\nacts:\n',
    '\nacts:\n  join: { by: [supervisor], to: joined }\n  part: { by: [supervisor], from: [joined] }\n',
  );
let app: TestHttp;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, [{ id: uuidv7(now), name: '莲城市水务局', kind: 'department' }], now);
    await publishMechanism(tx, system, { source: yaml }, now);
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城市莲锦电力设备有限公司' }], now);
    await addEnterpriseContact(tx, system, { id: uuidv7(now), enterprise, contact: PHONE }, now);
  });
  const messenger = { send: async () => undefined };
  const routes = [
    enterpriseMatterRoutes,
    behalfRoutes,
    appealRoutes,
    matterRoutes,
    counterSessionRoutes(messenger, () => undefined),
  ];
  app = await testHttp(pool, [office, handler], { routes, now: () => now });
});

const call = (by: object | null, more: object = {}, who = office) =>
  app.ask(who, { method: 'POST', url: '/api/matters/on-behalf', payload: aCall(by, more) });
const aCall = (by: object | null, more: object = {}) => ({
  id: uuidv7(now),
  mechanism: 'weekly-assignment',
  given: { text: '厂门口的路被挖断，货车进不来', channel: 'phone' },
  by: by && { id: uuidv7(now), kind: 'enterprise', ...by },
  ...more,
});
const stateOf = async (matter: string): Promise<MatterState> =>
  (await transact(pool, system, (tx) => findMatters(tx, city, [matter]))).get(matter)!;
const raiserOf = async (matter: string) => {
  const { originators } = await stateOf(matter);
  const found = originators[0] && (await transact(pool, system, (tx) => findOriginator(tx, city, originators[0]!.id)));
  const reaches = found ? await transact(pool, system, (tx) => findReaches(tx, city, [found.id])) : [];
  return found && { ...found, reached: reaches.map(({ plain }) => plain.text) };
};

describe('a matter that a clerk takes down', () => {
  test.each([
    ['an enterprise that names no contact is the enterprise itself', {}, true],
    ['and so is one that names the contact that the desk confirmed', { contact: '138 1234 5678' }, true],
    ['with a stranger’s phone it is somebody who only says so', { contact: '13900001111' }, false],
  ])('%s', async (_, by, proven) => {
    const answer = (await call({ enterprise, ...by })).json();
    expect(answer).toMatchObject({ enterprise: proven, stage: 'registered' });
    const raiser = (await raiserOf(answer.matter))!;
    expect(raiser).toMatchObject({ enterprise, proven });
    expect(raiser.reached).toEqual([proven ? PHONE : '13900001111']);
    expect((await stateOf(answer.matter)).channel).toBe('phone');
  });

  test('one that the register does not have goes by its credit code, a person by what they say, nobody by nothing', async () => {
    const firm = (await call({ code: UNKNOWN_CODE })).json();
    expect(await raiserOf(firm.matter)).toMatchObject({ claims: UNKNOWN_CODE, enterprise: null, proven: false });
    const person = (await call({ kind: 'person', contact: 'lin@city.example' })).json();
    expect(await raiserOf(person.matter)).toMatchObject({ kind: 'person', reached: ['lin@city.example'] });
    const nobody = (await call(null)).json();
    expect((await stateOf(nobody.matter)).originators).toEqual([]);
  });

  test('whether it may be published is the caller’s own word, though a clerk writes it down', async () => {
    const given = { text: '厂门口的路被挖断，货车进不来', channel: 'phone', consents: true };
    const { matter } = (await call({ kind: 'person' }, { given })).json();
    const { originators, consents } = await stateOf(matter);
    expect(consents).toEqual([{ by: originators[0]!.id, yes: true }]);
  });

  test('is followed by its number and the code that was read out', async () => {
    const { number, matter } = (await call({ kind: 'unknown', pass: 'ACDEFGHJK7' })).json();
    const payload = { number, pass: 'acde fghj k7' };
    const session = await app.http.inject({ method: 'POST', url: '/api/counter/session', payload });
    expect(session.json()).toEqual({ name: '', matter });
  });

  test('stands among what its enterprise raised, for overseers and nobody else, newest first and page by page', async () => {
    const raised: string[] = [];
    for (const by of [{ enterprise }, { enterprise, contact: '13900003333' }])
      raised.unshift((await call(by)).json().matter);
    const apart = (await call({ kind: 'person', contact: '13900004444' })).json().matter;
    const url = `/api/enterprises/${enterprise}/matters`;
    const { rows } = (await app.ask(office, { url })).json();
    const ids = rows.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(raised));
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(ids).not.toContain(apart);
    const before = (await app.ask(office, { url: `${url}?before=${ids[0]}` })).json();
    expect(before.rows[0].id).toBe(ids[1]);
    expect((await app.ask(handler, { url })).json()).toMatchObject({ code: 'matter.overseers-see-raisers' });
    // The second wall: the same asked past the policy of the page.
    const past = await transact(pool, handler, (tx) =>
      tx.run({ name: 'test.past', text: 'select matters_of_enterprise($1, $2, 9)' }, [enterprise, apart]),
    );
    expect(past).toEqual([]);
  });

  test('sent again, at the same time too, it is taken once', async () => {
    for (const by of [{ enterprise }, { kind: 'person', contact: '13900002222', pass: 'ACDEFGHJK9' }]) {
      const payload = aCall(by);
      const send = () => app.ask(office, { method: 'POST', url: '/api/matters/on-behalf', payload });
      const first = await send();
      expect(first.statusCode).toBe(200);
      expect((await send()).json()).toEqual(first.json());
      const other = { ...payload, given: { ...payload.given, text: '别的事情' } };
      expect(
        (await app.ask(office, { method: 'POST', url: '/api/matters/on-behalf', payload: other })).statusCode,
      ).toBe(409);
    }
  });

  test('is added to the open matter that it is the same as, once however often it is sent; what cannot be joined is registered all the same', async () => {
    const { number: into, matter: host } = (await call({ kind: 'person', contact: '13900005555' })).json();
    const payload = aCall({ kind: 'person', pass: 'ACDEFGHJK6' }, { join: { id: uuidv7(now), into } });
    const send = () => app.ask(office, { method: 'POST', url: '/api/matters/on-behalf', payload });
    const first = (await send()).json();
    expect(first).toMatchObject({ stage: 'joined', joined: { into, why: null } });
    expect((await send()).json()).toEqual(first);
    const [caller] = (await stateOf(first.matter)).originators;
    const { originators, gathered } = await stateOf(host);
    expect(originators.map(({ id }) => id)).toContain(caller!.id);
    expect(gathered).toMatchObject([{ number: first.number }]);
    const other = (await call({ kind: 'person' }, { join: { id: uuidv7(now), into: first.number } })).json();
    expect(other).toMatchObject({ stage: 'registered', joined: { why: { code: 'matter.host-is-closed' } } });
  });

  test('refuses a contact that is none, an enterprise that is not there, and whoever may not register; nothing is left behind', async () => {
    const count = async () => (await owner.query('select count(*)::int as n from originator')).rows[0].n;
    const before = await count();
    expect((await call({ contact: '12' })).json()).toMatchObject({ code: 'enterprises.contact-wrong' });
    expect((await call({ enterprise: uuidv7(now) })).json()).toMatchObject({ code: 'enterprises.no-such' });
    expect((await call({ kind: 'person' }, {}, handler)).json()).toMatchObject({ code: 'matter.not-your-act' });
    expect((await call({ kind: 'person' }, { given: { text: '停水两天', channel: 'pigeon' } })).statusCode).toBe(422);
    expect(await count()).toBe(before);
    const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
    expect(await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).toMatchObject({ fault: null });
  });
});
