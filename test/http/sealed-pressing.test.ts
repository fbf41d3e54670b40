import { beforeAll, expect, test } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { sealing } from '../../src/app/wiring.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { climbLadders } from '../../src/notices/telling/ladder.jobs.ts';
import { tellOfActs } from '../../src/notices/telling/tell.acts.ts';
import type { ToDeliver } from '../../src/notices/telling/gather.acts.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { defineJob } from '../../src/platform/jobs/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import type { TestHttp } from '../support/http.ts';
import { aSealedCity } from '../support/sealed-city.ts';

const { pool, owner } = await testDatabase();
const at = (day: string, time = '09:30'): Date => new Date(`2026-${day}T${time}:00+08:00`);
let now = at('03-02', '08:00');
const HOURS = [
  [540, 720],
  [840, 1080],
] as const;
const system = { city: 1, system: true } as const;
const named = aCaller({ role: 'supervisor', unit: null, name: '方慎' });
const secretary = aCaller({ role: 'mayor', unit: null, name: '程立' });
const colleague = aCaller({ role: 'supervisor', unit: null, name: '许安和' });
const supervisor = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const mayor = aCaller({ role: 'mayor', unit: null, name: '顾明章' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const people = { named, secretary, colleague, supervisor, mayor, administrator };
const PASS = 'ACDEFGHJK7';
const TITLE = '采购环节利益输送';
const id = () => uuidv7(new Date());
let web: TestHttp;

beforeAll(async () => {
  web = await aSealedCity(pool, Object.values(people), () => now, { sealing });
  const names = (by: Caller, kind: string, { seat }: Caller) =>
    post(by, '/api/circles/clue/acts', { id: id(), kind, given: { seat } });
  await names(administrator, 'open-circle', named);
  now = at('03-02', '08:10');
  await names(named, 'name-seat', colleague);
});

const post = (who: Caller | null, url: string, payload: object, headers = {}) =>
  web.ask(who, { method: 'POST', url, payload, headers });
const does = (who: Caller, clue: string, kind: string, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
};
const view = async (who: Caller, clue: string) => (await web.ask(who, { url: `/api/matters/${clue}` })).json();
async function raised(): Promise<{ clue: string; number: string }> {
  const clue = id();
  const by = { id: id(), pass: PASS };
  const answer = await post(null, '/api/counter/appeals', { id: clue, mechanism: 'clue', text: '采购科收受回扣', by });
  expect(answer.statusCode, answer.body).toBe(201);
  return { clue, number: answer.json().number };
}
const tellAll = () =>
  transact(pool, system, (tx) =>
    tellOfActs(tx, 1, { hours: HOURS, delivering: defineJob<ToDeliver>('t.deliver', async () => undefined) }, now),
  );
const told = async (clue: string) => {
  const { rows } = await owner.query<{ seat: string; kind: string }>(
    'select seat, kind from notice where matter = $1 order by at, id',
    [clue],
  );
  const name = new Map(Object.entries(people).map(([key, { seat }]) => [seat, key]));
  return rows.map(({ seat, kind }) => `${name.get(seat)}: ${kind}`);
};

/** What the public and everybody else who is not named is shown of it. */
async function expectHidden(clue: string, number: string): Promise<void> {
  for (const which of ['', '&part=done']) {
    const list = await web.ask(null, { url: `/api/counter/listed?city=1${which}` });
    for (const secret of [number, TITLE, clue]) expect(list.body).not.toContain(secret);
  }
  const { rows } = await owner.query('select from listing where matter = $1', [clue]);
  expect(rows).toEqual([]);
  for (const who of [supervisor, mayor, administrator])
    for (const url of ['/api/matters?listed=yes&scope=all', '/api/matters?raised=yes&scope=all', '/api/workbench'])
      expect((await web.ask(who, { url })).body, url).not.toContain(clue);
  const { rows: held } = await owner.query<{ body: string }>(
    `select m.state || coalesce(string_agg(a.body, ''), '') as body from matter m join act a on a.stream = m.id
     where m.id = $1 group by m.state`,
    [clue],
  );
  expect(held[0]!.body).not.toContain(TITLE);
}

test('listed among those who are named, on no public list, and struck off only after it was delisted', async () => {
  const { clue, number } = await raised();
  await does(named, clue, 'accept');
  expect((await does(named, clue, 'list', { title: TITLE, until: '2026-03-20' })).statusCode).toBe(200);
  const twice = await does(named, clue, 'list', { title: TITLE, until: '2026-03-21' });
  expect(twice.json().code, 'nothing of it was promised to the public').toBe('matter.already-listed-sealed');
  const { rows } = (await web.ask(colleague, { url: '/api/matters?listed=yes&scope=all&phase=any' })).json();
  expect(rows).toMatchObject([{ id: clue, listed: { until: '2026-03-20' } }]);
  await expectHidden(clue, number);
  const shown = await post(colleague, `/api/matters/${clue}/personal/show`, { id: id(), purpose: '督办' });
  expect(shown.json().pieces.map(({ text }: { text: string }) => text)).toContain(TITLE);
  await does(named, clue, 'answer', { result: '已查实' });
  expect((await does(named, clue, 'close')).json()).toMatchObject({ code: 'matter.delist-first' });
  expect((await does(named, clue, 'delist', { result: '已处分' })).statusCode).toBe(200);
  expect((await does(named, clue, 'close')).statusCode).toBe(200);
  await expectHidden(clue, number);
});

test('raised to a seat that is named, which alone answers then; whoever is not is named first, by an act', async () => {
  const { clue, number } = await raised();
  await does(named, clue, 'accept');
  const to = { seat: secretary.seat, reason: '涉及面广' };
  expect((await does(named, clue, 'raise', to)).json()).toMatchObject({ code: 'matter.raise-name-first' });
  expect((await does(named, clue, 'raise', { ...to, seat: named.seat })).json()).toMatchObject({
    code: 'matter.raise-not-oneself',
  });
  await does(named, clue, 'help', { seat: secretary.seat, text: '请主持' });
  const offered = (await web.ask(named, { url: `/api/matters/${clue}/higher-seats` })).json().rows;
  expect(offered.map(({ seat }: { seat: string }) => seat).toSorted()).toEqual(
    [secretary.seat, colleague.seat].toSorted(),
  );
  expect((await does(named, clue, 'raise', to)).statusCode).toBe(200);
  await tellAll();
  expect((await told(clue)).filter((one) => one.endsWith('raised'))).toEqual(
    expect.arrayContaining(['secretary: raised', 'colleague: raised']),
  );
  await expectHidden(clue, number);
  expect((await web.ask(secretary, { url: '/api/matters?raised=yes&scope=all' })).json().rows).toMatchObject([
    { id: clue },
  ]);
  const off = (await view(named, clue)).acts.find(({ kind }: { kind: string }) => kind === 'answer');
  expect(off).toMatchObject({ allowed: false, code: 'matter.raised-answers-named' });
  expect((await does(named, clue, 'unhelp', { seat: secretary.seat, reason: '回避' })).json()).toMatchObject({
    code: 'matter.unname-raised',
  });
  expect((await does(secretary, clue, 'answer', { result: '已立案' })).statusCode).toBe(200);
  expect((await view(named, clue)).pressing.raised).toBeNull();
});

test('its ladder presses on those who are named and tells nobody else', async () => {
  now = at('03-02', '10:00');
  const { clue, number } = await raised();
  await tellAll();
  expect(new Set(await told(clue))).toEqual(new Set(['named: received', 'colleague: received']));
  // Nobody asked them to help: it is theirs, and called what the city calls it.
  const { rows: notices } = (await web.ask(colleague, { url: '/api/notices' })).json();
  expect(notices.find(({ matter }: { matter: { id: string } }) => matter.id === clue)).toMatchObject({
    kind: 'received',
    why: 'sealed',
    came: { zh: '问题线索', en: 'Clue' },
    said: null,
  });
  await does(named, clue, 'help', { seat: secretary.seat, text: '请知悉' });
  const sweep = async (when: Date) => {
    now = when;
    await climbLadders(pool, 1, HOURS, when);
  };
  // To begin within five working days: by Monday the ninth.
  await sweep(at('03-10'));
  const first = await view(colleague, clue);
  expect(first.pressing.slips).toMatchObject([{ color: 'blue', unit: null, clock: 'check', answered: null }]);
  expect(first.counts.reminders).toBe(1);
  expect((await told(clue)).filter((one) => one.endsWith(': slipped'))).toHaveLength(3);
  await does(named, clue, 'accept');
  expect((await view(named, clue)).pressing.slips[0].answered).not.toBeNull();
  // To answer within thirty working days: long gone by June.
  await sweep(at('06-01'));
  const last = await view(named, clue);
  expect(last.row).toMatchObject({ slipColor: 'red', raised: true });
  expect(last.pressing.raised).toMatchObject({ seat: secretary.seat });
  await expectHidden(clue, number);
  for (const one of await told(clue)) expect(one).toMatch(/^(named|colleague|secretary): /u);
  expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
});
