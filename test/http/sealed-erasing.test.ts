import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { sealing } from '../../src/app/wiring.ts';
import { openOriginatorSession } from '../../src/directory/index.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { tellOfActs } from '../../src/notices/telling/tell.acts.ts';
import type { ToDeliver } from '../../src/notices/telling/gather.acts.ts';
import { diskFiles } from '../../src/platform/files/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { defineJob } from '../../src/platform/jobs/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { copyOf } from '../../src/privacy/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import type { TestHttp } from '../support/http.ts';
import { aSealedCity } from '../support/sealed-city.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T02:00:00Z');
const system = { city: 1, system: true } as const;
const named = aCaller({ role: 'supervisor', unit: null, name: '方慎' });
const colleague = aCaller({ role: 'supervisor', unit: null, name: '许安和' });
const supervisor = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const people = { named, colleague, supervisor, administrator };
const PASS = 'ACDEFGHJK7';
const PHONE = '13837401234';
const GROUND = '附件是正在核查的证据';
const id = () => uuidv7(new Date());
const folder = await mkdtemp(join(tmpdir(), 'huiyin-erasing-'));
afterAll(() => rm(folder, { recursive: true }));
const files = diskFiles(folder);
let web: TestHttp;

beforeAll(async () => {
  web = await aSealedCity(pool, Object.values(people), () => now, { sealing, files });
  const names = (by: Caller, kind: string, { seat }: Caller) =>
    post(by, '/api/circles/clue/acts', { id: id(), kind, given: { seat } });
  await names(administrator, 'open-circle', named);
  later();
  await names(named, 'name-seat', colleague);
  const plain = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source: plain }, now));
});

const later = () => (now = new Date(now.getTime() + 60_000));
const post = (who: Caller | null, url: string, payload: object, headers = {}) =>
  web.ask(who, { method: 'POST', url, payload, headers });
const does = (who: Caller, clue: Uuid, kind: string, given: object = {}) => {
  later();
  return post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
};

/** A reporter who has told of something with a file, left a telephone number, and follows it by its code. */
async function aReporter() {
  const [clue, reporter] = [id(), id()];
  const sent = await web.ask(null, {
    method: 'POST',
    url: `/api/counter/files?by=${reporter}&sealed=true&name=a.txt`,
    payload: Buffer.from('三月四日收现金'),
    headers: { 'content-type': 'application/octet-stream' },
  });
  const file: Uuid = sent.json().id;
  const by = { id: reporter, pass: PASS, contact: PHONE };
  const raised = await post(null, '/api/counter/appeals', {
    id: clue,
    mechanism: 'clue',
    text: '采购科收受回扣',
    files: [file],
    by,
  });
  expect(raised.statusCode, raised.body).toBe(201);
  const { number } = raised.json<{ number: string }>();
  const signIn = () => post(null, '/api/counter/session', { number, pass: PASS });
  const session = await signIn();
  const cookie = `${session.cookies[0]!.name}=${session.cookies[0]!.value}`;
  const own = async () => (await web.ask(null, { url: '/api/counter/personal', headers: { cookie } })).json();
  const wish = (wished = id()) => post(null, '/api/counter/erasure', { id: wished }, { cookie });
  return { clue, reporter, file, number, cookie, signIn, own, wish };
}
const erase = (who: Caller, reporter: Uuid) =>
  post(who, `/api/originators/${reporter}/acts`, {
    id: id(),
    kind: 'erase-originator',
    given: { purpose: '本人申请' },
  });
const verified = () => transact(pool, system, (tx) => verifyLedger(tx, 1, subjects));
const stories = async (clue: Uuid) =>
  (await web.ask(named, { url: `/api/matters/${clue}` })).json().story.map(({ kind }: { kind: string }) => kind);

test('whoever told of something asks those who are named to be erased; no administrator is shown it, or carries it out', async () => {
  const { clue, reporter, file, number, signIn, own, wish } = await aReporter();
  later();
  const wished = id();
  expect((await wish(wished)).json()).toMatchObject({
    wish: { declined: null },
    sealed: { zh: '问题线索', only: true },
  });
  expect((await wish(wished)).statusCode, 'sent again').toBe(200);
  expect((await wish()).statusCode, 'asked again while it waits').toBe(200);
  expect((await stories(clue)).filter((kind: string) => kind === 'wish')).toHaveLength(1);
  await transact(pool, system, (tx) => {
    const delivering = defineJob<ToDeliver>('t.deliver', async () => undefined);
    const hours = [[540, 720]] as const;
    return tellOfActs(tx, 1, { hours, delivering }, now);
  });
  const { rows: told } = await owner.query(`select seat from notice where matter = $1 and kind = 'erasing'`, [clue]);
  expect(new Set(told.map(({ seat }) => seat))).toEqual(new Set([named.seat, colleague.seat]));

  const wishes = await web.ask(administrator, { url: '/api/privacy/wishes' });
  expect(wishes.json()).toEqual({ rows: [] });
  for (const q of [PHONE, number])
    expect((await post(administrator, '/api/privacy/originators/find', { q })).json()).toEqual({ rows: [] });
  expect((await erase(administrator, reporter)).json()).toMatchObject({ code: 'enterprises.no-such-originator' });
  expect((await web.ask(administrator, { url: `/api/privacy/originators/${reporter}` })).statusCode).toBe(404);
  const asked = { id: id(), originator: reporter, purpose: '本人要求' };
  expect((await post(administrator, '/api/privacy/exports', asked)).statusCode).toBe(404);
  const shown = await post(administrator, `/api/originators/${reporter}/contacts/show`, { id: id(), purpose: '核对' });
  expect(shown.statusCode, shown.body).toBe(404);
  // Nor by the database itself, whatever a program of tomorrow asks of it.
  const byHand = transact(pool, administrator, (tx) =>
    tx.run({ name: 't.forget', text: 'select forget_originator($1)' }, [reporter]),
  );
  await expect(byHand).rejects.toThrow(/named/u);
  expect((await does(supervisor, clue, 'forget', { agreed: true, reason: '本人申请' })).statusCode).toBe(404);
  expect((await signIn()).statusCode).toBe(201);
  expect((await own()).contacts).toHaveLength(1);
  const { rows } = await owner.query('select erased_at from file where id = $1', [file]);
  expect(rows).toEqual([{ erased_at: null }]);
});

test('who is named keeps evidence and says on what ground, which the reporter reads; it is asked again, agreed to and done', async () => {
  const { clue, reporter, file, own, wish, signIn } = await aReporter();
  await does(named, clue, 'accept');
  expect((await does(named, clue, 'forget', { agreed: true, reason: '无' })).json(), 'nobody asked').toMatchObject({
    code: 'matter.nothing-wished',
  });
  await wish();
  expect((await does(named, clue, 'forget', { agreed: false, reason: GROUND })).statusCode).toBe(200);
  expect((await own()).wish).toMatchObject({ declined: GROUND });
  const { rows: acts } = await owner.query<{ body: string }>('select body from act where stream = $1', [clue]);
  expect(acts.map(({ body }) => body).join('\n'), 'sealed as every word').not.toContain(GROUND);

  await wish();
  expect((await own()).wish).toMatchObject({ declined: null });
  expect((await does(colleague, clue, 'forget', { agreed: true, reason: '证据已另存' })).statusCode).toBe(200);
  expect((await stories(clue)).slice(-4)).toEqual(['wish', 'forget', 'wish', 'forget']);
  expect((await signIn()).statusCode).toBe(401);
  const { rows } = await owner.query('select erased_at from file where id = $1', [file]);
  expect(rows[0].erased_at).not.toBeNull();
  const { rows: keys } = await owner.query('select from subject_key where subject = $1', [reporter]);
  expect(keys).toEqual([]);
  expect((await does(named, clue, 'inquire', { text: '还有别的证据吗？' })).json()).toMatchObject({
    code: 'matter.originator-erased',
    params: { day: '2026-03-16' },
  });
  expect(await verified()).toMatchObject({ fault: null });
});

test('of somebody who raised other things too an administrator reads and copies these alone, and cannot erase them', async () => {
  const { reporter, number, clue } = await aReporter();
  const { token } = await openOriginatorSession(pool, { city: 1, originator: reporter, language: 'zh' }, now);
  const cookie = `huiyin_counter=${token}`;
  const open = { id: id(), mechanism: 'appeal', text: '厂门口的路断了' };
  const raised = await post(null, '/api/counter/appeals', open, { cookie });
  expect(raised.statusCode, raised.body).toBe(201);
  const [kept] = (await post(administrator, '/api/privacy/originators/find', { q: raised.json().number })).json().rows;
  expect(kept).toMatchObject({ matters: 1, open: 1, numbers: [raised.json().number] });
  const copy = await transact(pool, system, (tx) => copyOf(tx, 1, reporter, null, true));
  expect(copy).toMatchObject({ matters: 1, words: [{ text: '厂门口的路断了' }], files: [] });
  expect(JSON.stringify(copy)).not.toMatch(new RegExp(`${number}|密文`, 'u'));
  expect((await erase(administrator, reporter)).json()).toMatchObject({ code: 'enterprises.erasing-not-yours' });
  await post(null, '/api/counter/erasure', { id: id() }, { cookie });
  expect((await web.ask(administrator, { url: '/api/privacy/wishes' })).json()).toEqual({ rows: [] });
  expect(await stories(clue)).toContain('wish');
});

test.each([
  ['one after the other', false],
  ['both at once', true],
])('of two sealed matters of one reporter both must be let go before they are, %s', async (_, atOnce) => {
  const { reporter, clue, wish, signIn } = await aReporter();
  const { token } = await openOriginatorSession(pool, { city: 1, originator: reporter, language: 'zh' }, now);
  const second = { id: id(), mechanism: 'clue', text: '仓库账实不符' };
  expect((await post(null, '/api/counter/appeals', second, { cookie: `huiyin_counter=${token}` })).statusCode).toBe(
    201,
  );
  await wish();
  const decided = (matter: Uuid) => does(named, matter, 'forget', { agreed: true, reason: '本人申请' });
  const first = decided(clue);
  if (!atOnce) {
    await first;
    expect((await signIn()).statusCode).toBe(201);
  }
  const both = await Promise.all([first, decided(second.id)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await signIn()).statusCode).toBe(401);
  expect(await verified()).toMatchObject({ fault: null });
});
