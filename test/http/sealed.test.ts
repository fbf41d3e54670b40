import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { openapi } from '../../src/app/cli/openapi.ts';
import { subjects } from '../../src/app/subjects.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { matterTopic, sealedPieces } from '../../src/matters/index.ts';
import { exportTable } from '../../src/matters/lists/export.ts';
import { ActKind } from '../../src/mechanism/contract.ts';
import { sheetFile } from '../../src/platform/sheets/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { testDatabase } from '../support/database.ts';
import type { TestHttp } from '../support/http.ts';
import { filledIn, NUMBER_HERE, writesOf, type Paths, type Write } from '../support/likely-bodies.ts';
import { aSealedCity } from '../support/sealed-city.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T02:00:00Z');
const system = { city: 1, system: true } as const;
const supervisor = (name: string) => aCaller({ role: 'supervisor', unit: null, name, title: '督查专员' });
const named = supervisor('方慎');
const unnamedSupervisor = supervisor('沈知远');
const mayor = aCaller({ role: 'mayor', unit: null, name: '顾明章' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const handler = aCaller({ name: '林一帆' });
const second = aCaller({ name: '许安和' });
const all = [named, unnamedSupervisor, mayor, administrator, handler, second];
const PASS = 'ACDEFGHJK7';
const SECRETS = ['采购科', '吃拿卡要', '收受回扣', '仓库的王', '三万元', '谈话'];
const id = () => uuidv7(new Date());
const clue = id();
const reporter = id();
let number = '';
let cookie = '';
let web: TestHttp;

beforeAll(async () => {
  web = await aSealedCity(pool, all, () => now);
  const opens = { id: id(), kind: 'open-circle', given: { seat: named.seat } };
  await post(administrator, '/api/circles/clue/acts', opens);
});

const later = () => (now = new Date(now.getTime() + 60_000));
const post = (who: Caller | null, url: string, payload: object, headers = {}) =>
  web.ask(who, { method: 'POST', url, payload, headers });
const does = async (who: Caller, kind: string, given: object = {}) => {
  later();
  return post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given });
};
const raising = {
  id: clue,
  mechanism: 'clue',
  text: '采购科科长收受回扣',
  unnamed: true,
  by: { id: reporter, pass: PASS },
};
const own = async () => web.ask(null, { url: `/api/counter/appeals/${clue}`, headers: { cookie } });
const saysOwn = (kind: string, given: object) =>
  post(null, `/api/counter/appeals/${clue}/acts`, { id: id(), kind, given }, { cookie });
const show = (who: Caller) => post(who, `/api/matters/${clue}/personal/show`, { id: id(), purpose: '核查线索' });

describe('a clue', () => {
  test('is raised without a name, asked about and answered through its code', async () => {
    const raised = await post(null, '/api/counter/appeals', raising);
    expect(web.faults).toEqual([]);
    expect(raised.statusCode).toBe(201);
    number = raised.json().number;
    expect((await post(null, '/api/counter/appeals', raising)).json(), 'sent again').toEqual(raised.json());
    const session = await post(null, '/api/counter/session', { number, pass: PASS });
    expect(session.json()).toMatchObject({ matter: clue });
    cookie = `${session.cookies[0]!.name}=${session.cookies[0]!.value}`;
    expect((await own()).json()).toMatchObject({
      number,
      text: '采购科科长收受回扣',
      may: expect.arrayContaining(['note']),
      helpers: [],
    });
    expect((await own()).body, 'who is named is not told').not.toContain('方慎');

    expect((await does(named, 'accept')).statusCode).toBe(200);
    expect((await does(named, 'inquire', { text: '有没有证人？可以约谈话' })).statusCode).toBe(200);
    const asked = (await own()).json();
    expect(asked.said.at(-1)).toMatchObject({ kind: 'inquire', text: '有没有证人？可以约谈话' });
    expect((await saysOwn('reply', { text: '仓库的王师傅看见过' })).statusCode).toBe(200);
    expect((await does(named, 'note', { text: '金额约三万元' })).statusCode).toBe(200);
    expect((await own()).body, 'what is noted among those who are named is not told').not.toContain('三万元');
  });

  test('shows its words for a purpose to who is named, and that is noted', async () => {
    const shown = await show(named);
    expect(shown.json().pieces.map((one: { text: string }) => one.text)).toEqual([
      '采购科科长收受回扣',
      '有没有证人？可以约谈话',
      '仓库的王师傅看见过',
      '金额约三万元',
    ]);
    const { rows } = await owner.query('select seat, purpose from contact_shown where matter = $1', [clue]);
    expect(rows).toEqual([{ seat: named.seat, purpose: '核查线索' }]);
  });

  test('is another’s to read from the act that names them to the act that un-names them', async () => {
    expect((await web.ask(second, { url: `/api/matters/${clue}` })).statusCode).toBe(404);
    expect((await does(named, 'help', { seat: second.seat, text: '请一起核查' })).statusCode).toBe(200);
    expect((await web.ask(second, { url: `/api/matters/${clue}` })).json().row).toMatchObject({ number });
    expect((await show(second)).json().pieces).toHaveLength(5);
    expect((await does(second, 'unhelp', { seat: second.seat, reason: '回避' })).json()).toMatchObject({
      code: 'matter.unname-by-another',
    });
    expect((await does(named, 'unhelp', { seat: second.seat, reason: '回避' })).statusCode).toBe(200);
    expect((await web.ask(second, { url: `/api/matters/${clue}` })).statusCode).toBe(404);
    expect((await show(second)).statusCode).toBe(404);
  });

  test('says nothing to a person whom an administrator puts on a named seat', async () => {
    await transact(pool, system, (tx) =>
      tx.run({ name: 't.hand', text: 'update seat set account = $2 where city = 1 and id = $1' }, [
        named.seat,
        handler.account,
      ]),
    );
    const read = () => transact(pool, named, (tx) => sealedPieces(tx, named, clue));
    expect(await read()).toBeNull();
    await transact(pool, system, (tx) =>
      tx.run({ name: 't.hand', text: 'update seat set account = $2 where city = 1 and id = $1' }, [
        named.seat,
        named.account,
      ]),
    );
    expect(await read()).not.toBeNull();
  });
});

describe('what a named seat comes upon itself', () => {
  const special = { id: id(), mechanism: 'clue', given: { text: '窗口吃拿卡要：收材料要好处', channel: 'special' } };

  test('is registered from the desk by them and by nobody else', async () => {
    later();
    for (const who of [handler, unnamedSupervisor, mayor, administrator, second])
      expect((await post(who, '/api/matters', { ...special, id: id() })).json()).toMatchObject({
        code: 'matter.not-your-act',
      });
    const offered = async (who: Caller) =>
      (await web.ask(who, { url: '/api/registrable' }))
        .json()
        .rows.filter((one: { sealed: boolean }) => one.sealed)
        .map((one: { key: string }) => one.key);
    expect(await offered(named)).toEqual(['clue']);
    expect(await offered(handler)).toEqual([]);
    expect((await post(named, '/api/matters', special)).statusCode).toBe(200);
    expect((await post(named, '/api/matters', special)).statusCode, 'sent again').toBe(200);
    const view = (await web.ask(named, { url: `/api/matters/${special.id}` })).json();
    expect(view).toMatchObject({ sealed: true, raised: { channel: { zh: '“中梗阻”专项检查' } } });
  });

  test('is shown for a purpose that is noted, though nobody raised it', async () => {
    const asked = { id: id(), purpose: '核查' };
    const shown = await post(named, `/api/matters/${special.id}/personal/show`, asked);
    expect(shown.json().pieces).toMatchObject([{ text: special.given.text }]);
    const { rows } = await owner.query('select seat from contact_shown where matter = $1', [special.id]);
    expect(rows).toEqual([{ seat: named.seat }]);
    expect((await post(handler, `/api/matters/${special.id}/personal/show`, { ...asked, id: id() })).statusCode).toBe(
      404,
    );
  });
});

describe('nothing of it stands', () => {
  const stdout = new PassThrough();
  let gets: string[] = [];
  let writes: Write[] = [];
  beforeAll(async () => {
    await openapi({ stdin: Readable.from([]), stdout, stderr: stdout, lang: 'en' });
    stdout.end();
    const { paths } = JSON.parse(await text(stdout)) as { paths: Paths };
    writes = writesOf(paths);
    gets = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
  });

  const OUTSIDERS: readonly (readonly [who: string, caller: Caller | null])[] = [
    ['a supervisor who is not named', unnamedSupervisor],
    ['a mayor', mayor],
    ['an administrator', administrator],
    ['a handler', handler],
    ['a seat that was named and is no more', second],
    ['nobody', null],
  ];

  test.each(OUTSIDERS)('in any answer to %s', async (_, who) => {
    expect(gets.length).toBeGreaterThan(60);
    const queries = ['', `?q=${encodeURIComponent('采购科')}`, `?q=${encodeURIComponent(number)}`, '?mechanism=clue'];
    for (const path of gets) {
      if (path === '/api/live') continue;
      for (const filled of [clue, reporter, 'clue']) {
        const url = path.replaceAll(/\{[^}]+\}/gu, filled);
        for (const query of queries) {
          const answer = await web.ask(who, { url: url + query });
          const said = answer.body.replaceAll(clue, (found) =>
            answer.statusCode === 404 || url.includes(clue) ? '' : found,
          );
          for (const secret of [...SECRETS, number, ...(url.includes(clue) ? [] : [clue])])
            expect(said, `${url}${query} ${answer.statusCode}`).not.toContain(secret);
        }
        if (!path.includes('{')) break;
      }
    }
  });

  test.each(OUTSIDERS)('in any answer to what %s sends, and none of it touches the clue', async (_, who) => {
    expect(writes.length).toBeGreaterThan(60);
    const seqOf = async () => (await owner.query('select seq, hash from matter where id = $1', [clue])).rows;
    const before = await seqOf();
    for (const { method, path, body } of writes) {
      // Those that end a session say nothing of matters, and would end the walk.
      if (path.includes('/session')) continue;
      const url = path.replaceAll(/\{[^}]+\}/gu, path.includes('circles') ? 'clue' : clue);
      const answer = await web.ask(who, {
        method,
        url,
        ...(method === 'DELETE' ? {} : { payload: filledIn(body, { matter: clue, number, mechanism: 'clue' }, id) }),
      });
      // What one has sent oneself is no news.
      const said = answer.body.replaceAll(number, (found) => (JSON.stringify(body).includes(NUMBER_HERE) ? '' : found));
      for (const secret of [...SECRETS, '密文', number])
        expect(said, `${method} ${url} ${answer.statusCode}`).not.toContain(secret);
      if (path.startsWith('/api/matters/{id}')) expect(answer.statusCode, url).toBeGreaterThanOrEqual(400);
    }
    // Registering anew is refused whatever the id.
    for (const kind of ActKind.options.filter((one) => one !== 'register')) {
      const answer = await post(who, `/api/matters/${clue}/acts`, { id: id(), kind, given: {} });
      expect([401, 404], `${kind} ${answer.body}`).toContain(answer.statusCode);
    }
    expect(await seqOf()).toEqual(before);
  });

  test.each([
    ['a supervisor who is not named', unnamedSupervisor],
    ['a mayor', mayor],
    ['an administrator', administrator],
    ['a handler', handler],
    ['a seat that was named and is no more', second],
  ])('in an export by %s, on their live line or in what they count', async (_, who) => {
    const list = { kind: 'ledger', query: { scope: 'all', phase: 'any', mechanism: 'clue' } } as const;
    const file = async (by: Caller) => {
      const table = await exportTable({ pool, caller: by, list, language: 'zh', now }, () => undefined);
      return (await buffer(Readable.from(sheetFile('csv', table)))).toString();
    };
    expect(await file(named), 'the same export holds it for who is named').toContain(number);
    expect(await file(who)).not.toContain(number);
    expect(await transact(pool, who, (tx) => matterTopic.readable(tx, who, [clue]))).toEqual([]);
    expect(await transact(pool, named, (tx) => matterTopic.readable(tx, named, [clue]))).toMatchObject([{ id: clue }]);
    const rows = async (by: Caller) =>
      (await web.ask(by, { url: '/api/matters?scope=all&phase=any' })).json<{ rows: object[] }>().rows;
    expect(await rows(who)).toEqual([]);
    expect(await rows(named), 'a row says that no unit leads it').toContainEqual(
      expect.objectContaining({ id: clue, lead: null, sealed: true }),
    );
  });

  test.each([
    ['a supervisor who is not named', unnamedSupervisor],
    ['a mayor', mayor],
    ['an administrator', administrator],
    ['a handler', handler],
  ])('in any row that the database gives to %s', async (_, who) => {
    const rows = await transact(pool, who, async (tx) => {
      const found: unknown[] = [];
      for (const [table, column] of Object.entries({
        matter: 'id',
        assignment: 'matter',
        clock: 'matter',
        matter_words: 'matter',
        act: 'stream',
        sealed_key: 'matter',
        notice: 'matter',
        matter_fact: 'matter',
        contact_shown: 'matter',
      }))
        found.push(
          ...(await tx.run(
            { name: `t.${table}`, text: `select 1 as ${table} from ${table} where city = 1 and ${column} = $1` },
            [clue],
          )),
        );
      return found;
    });
    expect(rows).toEqual([]);
  });

  test('in words that do not say whether they are sealed; who is named reads them', async () => {
    const say = (sealed: boolean | null) =>
      owner.query('update matter_words set sealed = $2 where matter = $1', [clue, sealed]);
    const read = (who: Caller) =>
      transact(pool, who, (tx) =>
        tx.run({ name: 't.words', text: 'select 1 as held from matter_words where city = 1 and matter = $1' }, [clue]),
      );
    await say(null);
    try {
      for (const who of [unnamedSupervisor, mayor, handler]) expect(await read(who)).toEqual([]);
      expect(await read(named)).toEqual([{ held: 1 }]);
    } finally {
      await say(true);
    }
  });

  test('in the database as it lies, but in what was sealed; and the program finds no key', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from "${name}" t`);
      const held = rows.map(({ row }) => row).join('\n');
      for (const secret of SECRETS) expect(held, name).not.toContain(secret);
    }
    const keys = await transact(pool, system, (tx) =>
      tx.run({ name: 't.keys', text: 'select 1 from sealed_key where city = 1' }, []),
    );
    expect(keys).toEqual([]);
    expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
  });
});
