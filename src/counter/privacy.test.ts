import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../test/support/staff.ts';
import {
  addEnterpriseContact,
  addEnterprises,
  addUnits,
  adoptDirectory,
  directorySubjects,
  originatorRoutes,
  publishScheme,
} from '../directory/index.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import type { MatterView } from '../matters/contract.ts';
import { matterRoutes, matterSubject, mechanismSubject, publishMechanism, showRoutes } from '../matters/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import type { DuePage, Looks, ShownPage, Wishes } from '../privacy/contract.ts';
import {
  copyRoutes,
  erasureRoutes,
  exportPersonal,
  exportShown,
  keptRoutes,
  retention,
  shownRoutes,
} from '../privacy/index.ts';
import { transferRoutes } from '../platform/transfers/index.ts';
import { appealRoutes, counterSessionRoutes, ownRoutes, type Messenger } from './index.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const start = new Date('2026-03-16T02:00:00.000Z');
const CODE = '914403001922038216';
const PHONE = '13812345678';
const OTHER_PHONE = '13987654321';
const MAIL = 'jin.lian@example.com';
const IDENTITY = '411002198807154032';
/** All that must be nowhere once it was erased. */
const PERSONAL = [PHONE, OTHER_PHONE, MAIL, IDENTITY, '石莲锦'];
const TEXT = `我叫石莲锦，身份证${IDENTITY}，电话 ${OTHER_PHONE} 或 ${MAIL}。厂门口的路被挖断，货车进不来，补偿 13800000000 元没有到账`;
const HIDDEN =
  '我叫〔姓名1〕，身份证〔身份证号2〕，电话 〔电话3〕 或 〔邮箱4〕。厂门口的路被挖断，货车进不来，补偿 13800000000 元没有到账';

const sent: { to: string; text: string }[] = [];
const messenger: Messenger = { send: async ({ text: to }, { text }) => void sent.push({ to, text }) };
let app: TestHttp;
let staff: Staff;
let water: Uuid;
let enterprise: Uuid;
let now = start;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const source = (name: string) => readFileSync(join(import.meta.dirname, '../../mechanisms', name), 'utf8');
  const units = ['莲城市水务局', '莲城市城管局'].map((name) => ({
    id: uuidv7(start),
    name,
    kind: 'department' as const,
  }));
  water = units[0]!.id;
  enterprise = uuidv7(start);
  await transact(pool, system, async (tx) => {
    await addUnits(tx, system, units, start);
    const categories = [{ code: '07', parent: null, zh: '营商环境', en: null, retired: false }];
    const scheme = { id: uuidv7(start), key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, categories, seen: 0 };
    await publishScheme(tx, system, scheme, start);
    await publishMechanism(tx, system, { source: source('appeal.yaml') }, start);
    await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城市莲锦电力设备有限公司' }], start);
    await addEnterpriseContact(tx, system, { id: uuidv7(start), enterprise, contact: PHONE }, start);
  });
  staff = await aStaff(
    pool,
    units.map(({ id }) => id),
    start,
  );
  // The staff's accounts were put there without acts.
  await transact(pool, system, (tx) => adoptDirectory.person(tx, system, start));
  const routes = [
    appealRoutes,
    counterSessionRoutes(messenger, () => undefined),
    matterRoutes,
    originatorRoutes,
    showRoutes,
    shownRoutes,
    keptRoutes,
    ownRoutes,
    erasureRoutes,
    copyRoutes,
    transferRoutes,
  ];
  app = await testHttp(pool, Object.values(staff), { routes, now: () => now, behindProxy: true });
});

const later = (minutes = 10) => (now = new Date(now.getTime() + minutes * 60_000));
type Browser = { cookie?: string };
/** From another address every few requests, as the counter takes so many of one. */
let requests = 0;
async function at(browser: Browser, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = {
    'x-forwarded-for': `9.9.9.${Math.floor(requests++ / 8)}`,
    ...(browser.cookie ? { cookie: browser.cookie } : {}),
  };
  const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const given = answer.cookies.find(({ name }) => name === 'huiyin_counter');
  if (given) browser.cookie = `${given.name}=${given.value}`;
  return answer;
}
const desk = (who: Caller, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.ask(who, { method, url, ...(payload ? { payload } : {}) });
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
const ask = (by: object = {}, more: object = {}) => ({
  id: uuidv7(now),
  mechanism: 'appeal',
  text: TEXT,
  by: { id: uuidv7(now), pass: 'ACDEFGHJK7', contact: PHONE, ...by },
  ...more,
});
/** An appeal as it stands at the lead unit: by somebody without an account. */
async function assigned(more: object = {}) {
  const appeal = ask({}, more);
  const raised = await at({}, 'POST', '/api/counter/appeals', appeal);
  expect(raised.statusCode, raised.body).toBe(201);
  const { number } = raised.json<{ number: string }>();
  await does(pool, staff.office, appeal.id, 'classify', { category: '07' }, later());
  await does(pool, staff.office, appeal.id, 'assign', { lead: water, co: [staff.other.unit] }, later());
  await does(pool, staff.desk, appeal.id, 'accept', {}, later());
  return { id: appeal.id, number, originator: appeal.by.id, appeal };
}
const show = (who: Caller, matter: Uuid, purpose = '核实情况', id = uuidv7(now)) =>
  desk(who, 'POST', `/api/matters/${matter}/personal/show`, { id, purpose });
const log = async (who: Caller, query = '') => (await desk(who, 'GET', `/api/privacy/shown${query}`)).json<ShownPage>();
const verify = () =>
  transact(pool, system, (tx) => verifyLedger(tx, city, [matterSubject, mechanismSubject, ...directorySubjects]));
/** Every table of the database as text, the jobs' too. */
async function dump(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`);
  const parts: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...found.rows.map(({ row }) => row));
  }
  return parts.join('\n');
}

describe('what is personal in the words of whoever raised a matter', () => {
  test('stands nowhere in the clear: not in acts, rows, words to search by, views', async () => {
    const { id, appeal } = await assigned();
    const view = await desk(staff.desk, 'GET', `/api/matters/${id}`);
    expect(view.json<{ row: { text: string } }>().row.text).toBe(HIDDEN);
    expect(view.body).not.toMatch(/"sealed":"/u);
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    const again = await at({}, 'POST', '/api/counter/appeals', appeal);
    expect(again.statusCode, 'the same request sent again is done once').toBe(201);
    const other = await at({}, 'POST', '/api/counter/appeals', { ...appeal, text: `${TEXT}。` });
    expect(codeOf(other), 'another under its id is not').toBe('matter.act-id-reused');
    expect(await verify()).toMatchObject({ fault: null });
  });

  test('in a reply, an evaluation, what a clerk writes down, and the words of a unit too, which whoever is meant reads in full', async () => {
    const { id, number, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    await does(pool, staff.desk, id, 'inquire', { text: '请补充路段，或拨打 0374-2961234' }, later());
    const reply = { id: uuidv7(now), kind: 'reply', given: { text: `东门，找我爱人 ${OTHER_PHONE}` } };
    const replied = await at(browser, 'POST', `/api/counter/appeals/${id}/acts`, reply);
    expect(replied.statusCode, replied.body).toBe(200);
    expect((await at(browser, 'POST', `/api/counter/appeals/${id}/acts`, reply)).statusCode, 'again').toBe(200);
    await does(pool, staff.desk, id, 'inquire', { text: '几点？' }, later());
    await does(pool, staff.office, id, 'reply', { text: `来电 ${PHONE}：早上` }, later());
    const { body } = await desk(staff.desk, 'GET', `/api/matters/${id}`);
    for (const words of ['东门，找我爱人 〔电话1〕', '来电 〔电话1〕：早上', '或拨打 〔电话1〕'])
      expect(body).toContain(words);
    expect((await show(staff.desk, id)).json<{ pieces: object[] }>().pieces).toMatchObject([
      { mark: '〔姓名1〕', text: '石莲锦' },
      { mark: '〔身份证号2〕', text: IDENTITY },
      { mark: '〔电话3〕', text: OTHER_PHONE },
      { mark: '〔邮箱4〕', text: MAIL },
      { mark: '〔电话1〕', text: '0374-2961234' },
      { act: reply.id, mark: '〔电话1〕', text: OTHER_PHONE },
      { mark: '〔电话1〕', text: PHONE },
    ]);
    const result = `已修好，修理工电话 ${OTHER_PHONE}，找他签字`;
    await does(pool, staff.desk, id, 'propose', { result: `${result}即可` }, later());
    // The head gives the draft as the page has it: with its marks.
    const drafted = (await desk(staff.head, 'GET', `/api/matters/${id}`)).json<MatterView>().raised!.draft!.result;
    expect(drafted).toContain('〔电话1〕');
    await does(pool, staff.head, id, 'answer', { result: drafted, withoutCo: '不涉及' }, later());
    const theirs = (await at(browser, 'GET', `/api/counter/appeals/${id}`)).json<{
      said: { kind: string; text: string }[];
    }>();
    const said = (kind: string) => theirs.said.filter((one) => one.kind === kind).map(({ text }) => text);
    expect([said('inquire')[0], said('answer')]).toEqual(['请补充路段，或拨打 0374-2961234', [`${result}即可`]]);
    const all = await dump();
    expect([OTHER_PHONE, '0374-2961234'].filter((piece) => all.includes(piece))).toEqual([]);
    expect(await verify()).toMatchObject({ fault: null });
  });

  test('of a call taken by a clerk who does not know the caller, kept with the matter', async () => {
    const id = uuidv7(now);
    const given = { text: `来电人石莲锦反映停水，回电 ${OTHER_PHONE}` };
    const done = await desk(staff.office, 'POST', '/api/matters', { id, mechanism: 'appeal', given });
    expect(done.statusCode, done.body).toBe(200);
    expect((await desk(staff.office, 'POST', '/api/matters', { id, mechanism: 'appeal', given })).statusCode).toBe(200);
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    expect((await show(staff.office, id)).json()).toMatchObject({
      contacts: [],
      pieces: [{ text: OTHER_PHONE }, { text: '石莲锦' }].toReversed(),
    });
  });

  test('in the answer to several: whom it is sealed for reads it in full, whoever was joined one plain word', async () => {
    const host = await assigned();
    const other = ask();
    const { number } = (await at({}, 'POST', '/api/counter/appeals', other)).json<{ number: string }>();
    await does(pool, staff.office, other.id, 'join', { into: host.number }, later());
    const result = `已修好，请找业主石莲锦，电话 ${OTHER_PHONE}`;
    await does(pool, staff.desk, host.id, 'promise', { text: `先打 ${OTHER_PHONE}`, due: '2026-03-20' }, later());
    await does(pool, staff.head, host.id, 'answer', { result, withoutCo: '不涉及' }, later());
    const says = async (of: { number: string; id: Uuid; pass: string }, language = 'zh') => {
      const browser: Browser = {};
      await at(browser, 'POST', '/api/counter/session', { number: of.number, pass: of.pass });
      browser.cookie += `; lang=${language}`;
      const read = await at(browser, 'GET', `/api/counter/appeals/${of.id}`);
      return read.json<{ said: { kind: string; text: string }[] }>().said.filter(({ kind }) => kind !== 'register');
    };
    const theirs = { number: host.number, id: host.id, pass: host.appeal.by.pass };
    expect(await says(theirs)).toMatchObject([{ text: `先打 ${OTHER_PHONE}` }, { text: result }]);
    const joined = { number, id: other.id, pass: other.by.pass };
    expect(await says(joined)).toMatchObject([
      { text: '先打 〔已隐去〕' },
      { text: '已修好，请找业主〔已隐去〕，电话 〔已隐去〕' },
    ]);
    expect((await says(joined, 'en'))[0]).toMatchObject({ text: '先打 [hidden]' });
  });
});

describe('it is shown to who needs it', () => {
  test('the lead unit while it works on the matter, and the supervision office; others are told why not', async () => {
    const { id } = await assigned();
    expect((await show(staff.desk, id)).json()).toMatchObject({ contacts: [PHONE], erased: 0 });
    expect((await show(staff.office, id)).json()).toMatchObject({ contacts: [PHONE] });
    expect(codeOf(await show(staff.other, id))).toBe('matter.personal-lead-only');
    expect(codeOf(await show(staff.administrator, id))).toBe('matter.not-found');
    await does(pool, staff.desk, id, 'propose', { result: '已修复' }, later());
    await does(pool, staff.head, id, 'answer', { result: '已修复', withoutCo: '不涉及' }, later());
    await does(pool, staff.office, id, 'close', { note: '期满' }, later());
    expect(codeOf(await show(staff.desk, id))).toBe('matter.personal-closed');
    expect((await show(staff.office, id)).statusCode).toBe(200);
  });

  test('not to the units where whoever raised it is not to be known to them', async () => {
    const { id } = await assigned({ unnamed: true });
    expect(codeOf(await show(staff.desk, id))).toBe('matter.personal-unnamed');
    expect((await show(staff.office, id)).json()).toMatchObject({ contacts: [PHONE] });
  });

  test('and noted: who, when, of which matter, what for; the person reads it too', async () => {
    const { id, number, originator, appeal } = await assigned();
    const asked = uuidv7(now);
    await show(staff.desk, id, '约时间上门', asked);
    expect(codeOf(await show(staff.desk, id, '随便看看', asked)), 'no second purpose under one id').toBe(
      'ledger.act-id-reused',
    );
    later();
    await show(staff.office, id, '回访');
    const { rows } = await log(staff.office, `?matter=${id}`);
    expect(rows).toMatchObject([
      { who: '沈知远', unit: null, purpose: '回访', matter: { id, number }, originator },
      { who: '林一帆', unit: water, purpose: '约时间上门', matter: { id, number } },
    ]);
    expect((await log(staff.administrator, `?unit=${water}&matter=${id}`)).rows).toMatchObject([{ who: '林一帆' }]);
    expect((await log(staff.office, `?matter=${id}&until=2026-03-15`)).rows).toEqual([]);
    expect((await desk(staff.desk, 'GET', '/api/privacy/shown')).statusCode).toBe(403);
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    expect((await at(browser, 'GET', '/api/counter/personal')).json()).toMatchObject({
      rows: [
        { unit: null, purpose: '回访' },
        { unit: '莲城市水务局', purpose: '约时间上门' },
      ],
    });
  });

  test('the log is exported by a job, for who may read it', async () => {
    await show(staff.desk, (await assigned()).id, '核实水表');
    const asked = { id: uuidv7(later()), query: { unit: water } };
    expect((await desk(staff.desk, 'POST', '/api/privacy/shown/export', asked)).statusCode).toBe(403);
    expect((await desk(staff.office, 'POST', '/api/privacy/shown/export', asked)).statusCode).toBe(200);
    await exportShown.handle(city, { transfer: asked.id }, { pool, now: () => now });
    const file = await desk(staff.office, 'GET', `/api/transfers/${asked.id}/file`);
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  test('the log is read a page at a time by key, each question by an index of its own', async () => {
    await owner.query(
      `insert into contact_shown (city, id, originator, seat, unit, purpose, at)
        select 1, gen_random_uuid(), gen_random_uuid(), $1, $2, '核实', $3::timestamptz - n % 7 * interval '1 minute'
        from generate_series(1, 20000) n`,
      [staff.desk.seat, staff.desk.unit, start],
    );
    await owner.query('analyze contact_shown');
    const first = await log(staff.office);
    const second = await log(staff.office, `?after=${first.next}`);
    const keys = [...first.rows, ...second.rows].map(({ id, originator }) => `${id}${originator}`);
    expect(new Set(keys).size).toBe(100);
    const times = [...first.rows, ...second.rows].map((row) => row.at);
    expect(times).toEqual(times.toSorted().toReversed());
    await owner.query(`delete from contact_shown where purpose = '核实'`);
  });
});

describe('a copy of what is kept of oneself', () => {
  test('has everything in the clear that one said, for oneself at once', async () => {
    const { number, appeal } = await assigned();
    const browser: Browser = {};
    expect((await at(browser, 'GET', '/api/counter/copy')).statusCode).toBe(401);
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const json = await at(browser, 'GET', '/api/counter/copy?format=json');
    expect(json.json()).toMatchObject({ contacts: [PHONE], matters: 1, words: [{ number, mine: true, text: TEXT }] });
    const sheet = await at(browser, 'GET', '/api/counter/copy');
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('for an administrator to hand over, who says what for; in a job, noted', async () => {
    const { originator } = await assigned();
    const ask2 = { id: uuidv7(later()), originator, purpose: '本人当面申请' };
    expect((await desk(staff.office, 'POST', '/api/privacy/exports', ask2)).statusCode).toBe(403);
    const begun = await desk(staff.administrator, 'POST', '/api/privacy/exports', ask2);
    expect(begun.statusCode, begun.body).toBe(200);
    await exportPersonal({
      read: () => {
        throw new Error('no files');
      },
    }).handle(city, { transfer: ask2.id }, { pool, now: () => now });
    const file = await desk(staff.administrator, 'GET', `/api/transfers/${ask2.id}/file`);
    expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await log(staff.office, `?originator=${originator}`)).rows).toMatchObject([{ purpose: '本人当面申请' }]);
  });
});

describe('asking to be erased', () => {
  test('waits for the administrator, who erases or says why not, which the person reads', async () => {
    const { number, originator, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const wish = () => at(browser, 'POST', '/api/counter/erasure', { id: uuidv7(later()) });
    expect((await wish()).json<Looks>().wish).toMatchObject({ declined: null });
    await wish();
    const waiting = async () =>
      (await desk(staff.administrator, 'GET', '/api/privacy/wishes'))
        .json<Wishes>()
        .rows.filter((row) => row.originator === originator);
    const [first, ...more] = await waiting();
    expect([first, more]).toMatchObject([{ masked: ['138****5678'], open: 1 }, []]);
    const no = { id: uuidv7(now), reason: '诉求正在办理，办结后再申请' };
    const url = `/api/privacy/wishes/${first!.wish}/decline`;
    expect((await desk(staff.office, 'POST', url, no)).statusCode).toBe(403);
    expect((await desk(staff.administrator, 'POST', url, no)).statusCode).toBe(200);
    expect(codeOf(await desk(staff.administrator, 'POST', url, no))).toBe('privacy.wish-settled');
    expect((await at(browser, 'GET', '/api/counter/personal')).json<Looks>()).toMatchObject({
      contacts: ['138****5678'],
      wish: { declined: no.reason },
    });
    await wish();
    const act = { id: uuidv7(now), kind: 'erase-originator', given: { purpose: '本人申请' } };
    await desk(staff.administrator, 'POST', `/api/originators/${originator}/acts`, act);
    expect(await waiting()).toEqual([]);
  });
});

describe('after the period of its mechanism', () => {
  const nightly = (when: string) => {
    now = new Date(when);
    return retention.handle(city, {}, { pool, now: () => now });
  };
  const erasedAt = async (id: Uuid) =>
    (await owner.query<{ at: Date | null }>('select erased_at as at from originator where id = $1', [id])).rows[0]!.at;
  const due = async () => (await desk(staff.administrator, 'GET', '/api/privacy/due')).json<DuePage>();

  test('what is personal is listed a month before, and erased when all that was raised is long closed', async () => {
    const before = now;
    const [over, open] = [await assigned(), await assigned()];
    const call = uuidv7(now);
    const given = { text: `来电人石莲锦反映停水，回电 ${OTHER_PHONE}` };
    await desk(staff.office, 'POST', '/api/matters', { id: call, mechanism: 'appeal', given });
    await does(pool, staff.office, call, 'close', { note: '重复来电' }, later());
    await does(pool, staff.head, over.id, 'answer', { result: '已修复', withoutCo: '不涉及' }, later());
    await does(pool, staff.office, over.id, 'close', { note: '期满' }, later());

    await nightly('2028-12-01T18:03:00Z');
    expect((await due()).rows).toEqual([]);
    await nightly('2029-03-01T18:03:00Z');
    const listed = await due();
    const mine = listed.rows.filter(({ subject }) => [over.originator, open.originator, call].includes(subject));
    expect(mine.map(({ subject }) => subject).toSorted()).toEqual([over.originator, call].toSorted());
    expect([listed.total, mine[0]!.due.slice(0, 10), mine[0]!.matters]).toEqual([listed.rows.length, '2029-03-16', 1]);
    await nightly('2029-03-15T18:03:00Z');
    expect(await erasedAt(over.originator), 'not before its day').toBeNull();
    await nightly('2029-03-17T18:03:00Z');
    expect([await erasedAt(over.originator), await erasedAt(open.originator)]).toEqual([now, null]);
    await nightly('2029-03-18T18:03:00Z');
    expect((await show(staff.office, call)).json()).toMatchObject({ pieces: [] });
    const { rows } = await owner.query(`select given from (
      select body::json -> 'given' as given, body from act where kind = 'erase-originator') a where body like '%retention%'`);
    expect(rows.length, 'each erasure is an act of the register').toBeGreaterThanOrEqual(2);
    expect(await verify()).toMatchObject({ fault: null });
    now = before;
  });
});

describe('erased', () => {
  test('nothing of it is left in any table, the ledger holds, and what let them in leads nowhere', async () => {
    const { id, number, originator, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    await at({}, 'POST', '/api/counter/codes', { enterprise: CODE, contact: PHONE });
    const url = `/api/originators/${originator}/acts`;
    const body = (purpose: string) => ({ id: uuidv7(now), kind: 'erase-originator', given: { purpose } });
    expect((await desk(staff.office, 'POST', url, body('本人要求'))).statusCode, 'the office').toBe(403);
    const find = { q: PHONE.replace('138', '138 ') };
    const found = await desk(staff.administrator, 'POST', '/api/privacy/originators/find', find);
    const row = { originator, masked: ['138****5678'], matters: 1, open: 1, numbers: [number] };
    expect(found.json<{ rows: object[] }>().rows).toContainEqual(expect.objectContaining(row));

    // All of them whom the tests have opened with these.
    const { rows } = await owner.query<{ id: Uuid }>('select id from originator where erased_at is null');
    for (const one of rows) {
      const erased = await desk(staff.administrator, 'POST', `/api/originators/${one.id}/acts`, body('本人要求'));
      expect(erased.statusCode, erased.body).toBe(200);
    }
    expect(codeOf(await desk(staff.administrator, 'POST', url, body('再次'))), 'twice').toBe(
      'enterprises.originator-erased',
    );
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    expect(await verify()).toMatchObject({ fault: null });

    const { rows: keys } = await owner.query(
      `select (select count(*)::integer from subject_key k join originator o on o.id = k.subject) as keys,
        (select count(*)::integer from contact) as contacts, (select count(*)::integer from matter_pass) as passes,
        (select count(*)::integer from originator_session) as sessions`,
    );
    expect(keys).toEqual([{ keys: 0, contacts: 0, passes: 0, sessions: 0 }]);
    expect((await at(browser, 'GET', '/api/counter/appeals')).statusCode).toBe(401);
    const back = await at({}, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    expect(codeOf(back)).toBe('enterprises.pass-wrong');
    expect((await show(staff.office, id)).json()).toEqual({ contacts: [], pieces: [], files: [], erased: 1 });
    expect((await desk(staff.office, 'GET', `/api/matters/${id}`)).json<{ row: { text: string } }>().row.text).toBe(
      HIDDEN,
    );
  });

  test('an enterprise that comes again is somebody new', async () => {
    const contact = { id: uuidv7(later()), contact: PHONE };
    const added = await desk(staff.administrator, 'POST', `/api/enterprises/${enterprise}/contacts`, contact);
    expect(added.statusCode, added.body).toBe(201);
    const browser: Browser = {};
    const asked = await at({}, 'POST', '/api/counter/codes', { enterprise: CODE, contact: PHONE });
    const code = /\d{6}/u.exec(sent.at(-1)!.text)![0];
    const { challenge } = asked.json<{ challenge: Uuid }>();
    expect((await at(browser, 'POST', '/api/counter/session', { challenge, code })).json()).toMatchObject({
      name: '莲城市莲锦电力设备有限公司',
    });
    expect((await at(browser, 'GET', '/api/counter/appeals')).json()).toMatchObject({ rows: [] });
    const { id, mechanism, text } = ask();
    expect((await at(browser, 'POST', '/api/counter/appeals', { id, mechanism, text })).statusCode).toBe(201);
    const { rows } = await owner.query(
      'select count(*)::integer as all, count(erased_at)::integer as erased from originator where enterprise = $1',
      [enterprise],
    );
    expect(rows).toEqual([{ all: 2, erased: 1 }]);
    expect(await verify()).toMatchObject({ fault: null });
  });
});
