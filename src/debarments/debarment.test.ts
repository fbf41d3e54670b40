import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../test/support/callers.ts';
import { aCity } from '../../test/support/city.ts';
import { testDatabase } from '../../test/support/database.ts';
import { CODE, COURSE, DOCUMENT, FIRM } from '../../test/support/debarments.ts';
import { testHttp, type TestHttp } from '../../test/support/http.ts';
import { seated } from '../../test/support/seats.ts';
import { directorySubjects, drawFileKey, keptFileKey, registerRoutes } from '../directory/index.ts';
import { refuse, uuidv7 } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { mechanismSubject } from '../matters/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact } from '../platform/postgres/index.ts';
import { debarmentRoutes, debarmentSubject, decisionFileKey, mayReadDecision } from './index.ts';

const { pool, owner } = await testDatabase();
let now = new Date('2026-03-16T02:00:00Z');
const office = (name: string) => aCaller({ role: 'supervisor', unit: null, name, title: '督查专员' });
const [first, second, third, fourth] = [office('沈知远'), office('许安和'), office('方慎'), office('叶秉直')];
const mayor = aCaller({ role: 'mayor', unit: null, name: '顾明章' });
const administrator = aCaller({ role: 'administrator', unit: null, name: '姚思敏' });
const handler = aCaller();
const all = [first, second, third, fourth, mayor, administrator, handler];
const id = () => uuidv7(new Date());
let web: TestHttp;
let file = '';

beforeAll(async () => {
  const [unit] = await aCity(pool, 1, ['莲城市住房和城乡建设局'], now);
  Object.assign(handler, { unit, units: [unit] });
  web = await testHttp(pool, all, {
    routes: [debarmentRoutes, registerRoutes],
    mayReadFile: mayReadDecision,
    sealing: {
      draw: drawFileKey,
      open: async (tx, caller, { id: sealed, kept }, at) =>
        (kept === null
          ? await decisionFileKey(tx, caller, sealed, at)
          : await keptFileKey(tx, caller, { id: sealed, kept })) ?? refuse('files.not-found', {}, { status: 404 }),
    },
    now: () => now,
  });
  await seated(pool, all, now);
  file = await document();
});

async function document(sealed = '&sealed=true', name = '决定书.pdf', who = first): Promise<string> {
  const sent = await web.ask(who, {
    method: 'POST',
    url: `/api/files?name=${encodeURIComponent(name)}${sealed}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(`${DOCUMENT}${name}`),
  });
  return sent.json().id as string;
}

const post = (who: Caller, url: string, payload: object) => web.ask(who, { method: 'POST', url, payload });
const proposal = (more: object = {}) => ({
  id: id(),
  kind: 'enterprise',
  told: {
    name: FIRM,
    code: '9133 0100 7996 5505 8b',
    grounds: '2025 年向项目负责人行贿 20 万元，已经查实。',
    decision: { number: '莲监决〔2026〕3 号', body: '莲城市监察委员会' },
    said: '承认事实，请求从轻。',
  },
  file,
  ...COURSE,
  ...more,
});
const act = (who: Caller, entry: string, kind: string, given: object = {}, actId = id()) =>
  post(who, `/api/debarments/${entry}/acts`, { id: actId, kind, given });
type Found = Record<'found' | 'then', { told: { name: string } }[]>;
const searchBoth = async (day: string, who: Caller = mayor) => {
  const ask = { id: id(), purpose: '投标资格审查', kind: 'enterprise', code: CODE, day };
  return (await post(who, '/api/debarments/search', ask)).json() as Found;
};
const search = async (day: string) => (await searchBoth(day)).found;
/** How many were debarred on a day, by what is known now and by what was known then. */
const bothOn = async (day: string) => {
  const { found, then } = await searchBoth(day);
  return [found.length, then.length];
};

describe('a debarment', () => {
  const entry = proposal();
  beforeAll(() => void Object.assign(entry, { file }));

  test('is proposed with its decision document and after a hearing, once however often it is sent', async () => {
    const sent = await post(first, '/api/debarments', entry);
    expect(sent.json()).toEqual({ id: entry.id });
    expect((await post(first, '/api/debarments', entry)).statusCode, 'sent again').toBe(200);
    const other = { ...entry, told: { ...entry.told, grounds: '另一个说法' } };
    expect((await post(first, '/api/debarments', other)).json()).toMatchObject({ code: 'ledger.act-id-reused' });
    expect((await post(first, '/api/debarments', proposal())).json()).toMatchObject({
      code: 'debarments.stands-already',
    });
    expect((await post(first, '/api/debarments', proposal({ file: id() }))).json()).toMatchObject({
      code: 'debarments.no-file',
    });
    const clear = await document('');
    const another = { file: clear, told: { ...entry.told, code: '91110108551385082Q' } };
    expect((await post(first, '/api/debarments', proposal(another))).json()).toMatchObject({
      code: 'debarments.file-not-sealed',
    });
    const said = { told: { ...entry.told, said: null } };
    expect((await post(first, '/api/debarments', proposal(said))).json()).toMatchObject({
      code: 'debarments.what-was-said',
    });
    const mistyped = { told: { ...entry.told, code: '91330100799655058A' } };
    expect((await post(first, '/api/debarments', proposal(mistyped))).json()).toMatchObject({
      code: 'debarments.code-wrong',
      errors: [{ pointer: '/told/code' }],
    });
    expect((await post(mayor, '/api/debarments', proposal())).statusCode).toBe(403);
  });

  test('debars nobody until another than whoever proposed it approves', async () => {
    expect(await search('2026-03-16')).toEqual([]);
    expect((await act(first, entry.id, 'approve')).json()).toMatchObject({ code: 'debarments.approve-by-another' });
    const unread = { code: 'debarments.open-decision-first' };
    expect((await act(second, entry.id, 'approve')).json(), 'unread').toMatchObject(unread);
    const extract = { id: id(), purpose: '投标资格审查', way: 'extract' };
    const none = await post(second, `/api/debarments/${entry.id}/look`, extract);
    expect([none.statusCode, none.json().code], 'nobody who is not in it is in an extract of it').toEqual([
      409,
      'debarments.not-entered',
    ]);
    const looked = await post(second, `/api/debarments/${entry.id}/look`, { id: id(), purpose: '审批', way: 'look' });
    const approve = ({ acts }: { acts: { kind: string; why: string | null }[] }) =>
      acts.find(({ kind }) => kind === 'approve')?.why;
    expect(approve(looked.json().row), 'its words alone are not the decision').toBe(unread.code);
    await post(third, `/api/debarments/${entry.id}/look`, { id: id(), purpose: '审批', way: 'look' });
    expect((await web.ask(third, { url: `/api/files/${file}` })).body).toBe(`${DOCUMENT}决定书.pdf`);
    expect((await act(second, entry.id, 'approve')).json(), 'read by another').toMatchObject(unread);
    expect((await web.ask(second, { url: `/api/files/${file}` })).body).toBe(`${DOCUMENT}决定书.pdf`);
    const why = async () => approve((await web.ask(second, { url: '/api/debarments' })).json().rows[0]);
    expect(await why()).toBeNull();
    await owner.query(
      `insert into tenure (city, seat, n, account, title, from_at, until_at) values (1, $1, 99, $2, '', $3, $3::timestamptz + '1 s')`,
      [second.seat, third.account, now],
    );
    expect(await why(), 'opened by whoever sat there before').toBe(unread.code);
    await owner.query('delete from tenure where n = 99');
    const approving = id();
    expect((await act(second, entry.id, 'approve', {}, approving)).statusCode).toBe(200);
    expect((await act(second, entry.id, 'approve', {}, approving)).statusCode, 'sent again').toBe(200);
    expect((await act(second, entry.id, 'approve')).json()).toMatchObject({ code: 'debarments.not-proposed' });
    expect(await search('2026-03-12')).toEqual([]);
    expect(await search('2026-03-13')).toMatchObject([{ told: { name: FIRM, code: CODE } }]);
    expect(await bothOn('2026-03-13'), 'the decision held, the register did not have it yet').toEqual([1, 0]);
    expect(await bothOn('2026-03-16')).toEqual([1, 1]);
    expect(await search('2028-03-12')).toHaveLength(1);
    expect(await search('2028-03-13'), 'its term ends by its date').toEqual([]);
  });

  test('is listed without a name, shown for a purpose, and every look is told to whoever looks next', async () => {
    const list = await web.ask(mayor, { url: '/api/debarments?day=2026-03-20' });
    expect(list.json().rows).toMatchObject([{ id: entry.id, stage: 'standing', proposed: { who: '沈知远' } }]);
    const review = { by: 'review', last: null, atLeast: false, open: true };
    expect(list.json().rows[0].contest, 'nobody knows until when before it was served').toContainEqual(review);
    expect(list.body).not.toContain('远舟');
    expect((await web.ask(mayor, { url: '/api/debarments?day=2028-03-13' })).json().rows).toEqual([]);
    expect(
      (await post(mayor, `/api/debarments/${entry.id}/look`, { id: id(), purpose: ' ', way: 'look' })).statusCode,
    ).toBe(400);
    const look = { id: id(), purpose: '核对决定书', way: 'extract' };
    const shown = (await post(third, `/api/debarments/${entry.id}/look`, look)).json();
    expect(shown).toMatchObject({ told: { name: FIRM, said: '承认事实，请求从轻。' }, file: { name: '决定书.pdf' } });
    expect(shown.steps.map(({ kind, who }: { kind: string; who: string }) => [kind, who])).toEqual([
      ['propose', '沈知远'],
      ['approve', '许安和'],
    ]);
    expect(shown.looks[0]).toMatchObject({ who: '方慎', way: 'extract', purpose: '核对决定书' });
    const search = { who: '顾明章', way: 'search', purpose: '投标资格审查' };
    expect(shown.looks).toContainEqual(expect.objectContaining(search));
  });

  test('lets its decision be opened after a look alone, by whoever sent it too, and that is a look as well', async () => {
    now = new Date(now.getTime() + 13 * 3_600_000);
    const open = (who: Caller) => web.ask(who, { url: `/api/files/${file}` });
    for (const who of [first, second, mayor])
      expect((await open(who)).json()).toMatchObject({ code: 'debarments.look-first' });
    const look = { id: id(), purpose: '复查文书', way: 'look' };
    await post(second, `/api/debarments/${entry.id}/look`, look);
    const opened = await open(second);
    expect(opened.body).toBe(`${DOCUMENT}决定书.pdf`);
    expect(opened.headers['cache-control']).toBe('no-store');
    now = new Date(now.getTime() + 60_000);
    const again = await post(second, `/api/debarments/${entry.id}/look`, { ...look, id: id() });
    expect(again.json().looks).toContainEqual(expect.objectContaining({ way: 'open', purpose: '复查文书' }));
    now = new Date(now.getTime() - 13 * 3_600_000);
  });

  test('is served after it was decided, with a proof that is sealed; the days to contest it run from then', async () => {
    const rowOf = async () => (await web.ask(mayor, { url: '/api/debarments' })).json().rows[0];
    expect((await rowOf()).service).toEqual({
      asked: true,
      decision: null,
      reconsideration: null,
      reconsideredOn: null,
    });
    const proof = await document('&sealed=true', '送达回证.pdf');
    const service = { of: 'decision', on: '2026-03-14', how: 'post', file: proof };
    const refused = async (more: object, who = first) =>
      (await act(who, entry.id, 'note-service', { ...service, ...more })).json().code;
    expect(await refused({ on: '2026-03-11' })).toBe('debarments.served-before-decision');
    expect(await refused({ on: '2026-03-17' })).toBe('debarments.served-in-future');
    expect(await refused({ of: 'reconsideration' })).toBe('debarments.not-reconsidered');
    expect(await refused({ file: await document('', '回证.pdf') })).toBe('debarments.file-not-sealed');
    expect(await refused({ file })).toBe('debarments.file-not-sealed');
    expect(await refused({}, mayor)).toBe('debarments.office-only');
    const then = await bothOn('2026-03-16');
    const noting = id();
    for (const _ of [1, 2])
      expect((await act(first, entry.id, 'note-service', service, noting)).statusCode, 'sent again').toBe(200);
    expect(await bothOn('2026-03-16'), 'who was debarred when is as before').toEqual(then);
    const { service: noted, contest } = await rowOf();
    expect(noted.decision).toEqual({ on: '2026-03-14', how: 'post' });
    expect(contest).toContainEqual({ by: 'review', last: '2026-05-13', atLeast: false, open: true });
    const another = { ...service, on: '2026-03-13', file: await document('&sealed=true', '签收单.pdf', second) };
    expect((await act(second, entry.id, 'note-service', another)).json()).toMatchObject({
      code: 'debarments.served-already',
      errors: [{ pointer: '/given/reason' }],
    });
    await act(second, entry.id, 'note-service', { ...another, reason: '回证上是 13 日' });
    const look = { id: id(), purpose: '核对送达', way: 'look' };
    const { row, steps } = (await post(mayor, `/api/debarments/${entry.id}/look`, look)).json();
    expect(row.service.decision).toEqual({ on: '2026-03-13', how: 'post' });
    expect(steps.slice(2), 'who noted it, and both proofs').toMatchObject([
      {
        kind: 'note-service',
        who: '沈知远',
        facts: { of: 'decision', how: 'post', on: '2026-03-14' },
        file: { name: '送达回证.pdf' },
      },
      { kind: 'note-service', who: '许安和', reason: '回证上是 13 日', file: { id: another.file } },
    ]);
    expect((await web.ask(mayor, { url: `/api/files/${proof}` })).body).toBe(`${DOCUMENT}送达回证.pdf`);
    expect((await web.ask(third, { url: `/api/files/${proof}` })).statusCode, 'for a purpose, lately said').toBe(200);
    expect((await web.ask(administrator, { url: `/api/files/${proof}` })).statusCode).toBe(404);
  });

  test('is reviewed by neither of the two who entered it, and ends earlier by that', async () => {
    expect((await act(first, entry.id, 'decide-review', { outcome: 'upheld', reason: '维持' })).json()).toMatchObject({
      code: 'debarments.no-review',
    });
    await act(first, entry.id, 'ask-review', { on: '2026-03-16', reason: '认为期限过长' });
    const decision = { outcome: 'shortened', until: '2027-03-12', reason: '主动交代' };
    const refused = (who: Caller) => act(who, entry.id, 'decide-review', decision).then((answer) => answer.json());
    const another = { code: 'debarments.review-by-another' };
    expect(await refused(second), 'who approved').toMatchObject(another);
    expect(await refused(first), 'who proposed').toMatchObject(another);
    const until = (at: Date | null) =>
      owner.query('update seat set until_at = $2 where id = any ($1)', [[third.seat, fourth.seat], at]);
    await until(now);
    const alone = { code: 'debarments.review-by-nobody' };
    expect(await refused(first), 'nobody else holds a seat there').toMatchObject(alone);
    const { rows } = (await web.ask(first, { url: '/api/debarments' })).json();
    const shown = rows.find(({ id: one }: { id: string }) => one === entry.id).acts;
    expect(shown).toContainEqual({ kind: 'decide-review', allowed: false, why: alone.code });
    await until(null);
    const unread = { code: 'debarments.open-decision-before-review' };
    expect(await refused(fourth), 'who has not read the decision').toMatchObject(unread);
    expect((await act(third, entry.id, 'decide-review', { ...decision, until: '2029-01-01' })).json()).toMatchObject({
      code: 'debarments.not-shorter',
    });
    expect((await act(third, entry.id, 'decide-review', decision)).statusCode).toBe(200);
    const again = await act(first, entry.id, 'ask-review', { on: '2026-03-16', reason: '仍然不服' });
    expect(again.json(), 'heard once').toMatchObject({ code: 'debarments.reviewed-once' });
    const [row] = (await web.ask(mayor, { url: '/api/debarments' })).json().rows;
    expect(row.contest.map(({ by }: { by: string }) => by)).toEqual(['reconsideration', 'court']);
    expect(await search('2027-03-13')).toEqual([]);
  });

  test('is removed as of today at the latest: what is to come is nobody’s to enter', async () => {
    const early = { on: '2026-03-17', reason: '整改到位' };
    expect((await act(first, entry.id, 'lift', early)).json()).toMatchObject({
      code: 'debarments.lift-in-future',
      errors: [{ pointer: '/given/on' }],
    });
  });

  test('never was, once a court has annulled it', async () => {
    now = new Date('2026-06-01T02:00:00Z');
    await act(first, entry.id, 'appeal', { to: 'court', on: '2026-05-06', reason: '不服决定' });
    expect(await search('2026-05-07'), 'an appeal stays nothing by itself').toHaveLength(1);
    const never = { outcome: 'annulled', on: '2026-05-05', reason: '主要证据不足' };
    expect((await act(first, entry.id, 'end-appeal', never)).json(), 'before it was made').toMatchObject({
      code: 'debarments.ended-before-made',
      params: { madeOn: '2026-05-06' },
      errors: [{ pointer: '/given/on' }],
    });
    const end = { outcome: 'annulled', on: '2026-05-29', reason: '主要证据不足' };
    expect((await act(first, entry.id, 'end-appeal', end)).statusCode).toBe(200);
    expect(await search('2026-05-07')).toEqual([]);
    const look = { id: id(), purpose: '核对', way: 'look' };
    const { steps } = (await post(mayor, `/api/debarments/${entry.id}/look`, look)).json();
    const said = { of: null, how: null, on: null, to: null, outcome: null, until: null };
    const later = steps.filter(({ kind }: { kind: string }) => kind !== 'note-service');
    expect(
      later.map(({ kind, facts }: { kind: string; facts: object }) => [kind, facts]),
      'of which day each is, to whom it was made, how it ended',
    ).toEqual([
      ['propose', said],
      ['approve', said],
      ['ask-review', { ...said, on: '2026-03-16' }],
      ['decide-review', { ...said, on: '2026-03-16', outcome: 'shortened', until: '2027-03-12' }],
      ['appeal', { ...said, on: '2026-05-06', to: 'court' }],
      ['end-appeal', { ...said, on: '2026-05-29', outcome: 'annulled' }],
    ]);
    const known = await searchBoth('2026-05-07');
    expect([known.found, known.then], 'who asked that day was told so').toMatchObject([[], [{ told: { name: FIRM } }]]);
    expect(await bothOn('2026-05-31')).toEqual([0, 1]);
    expect(await bothOn('2026-06-01'), 'the day on which it was noted').toEqual([0, 0]);
    expect((await act(first, entry.id, 'lift', { on: '2026-06-01', reason: '整改' })).json()).toMatchObject({
      code: 'debarments.not-standing',
    });
    expect(
      (await post(first, '/api/debarments', proposal())).json(),
      'its document is of the one before',
    ).toMatchObject({
      code: 'debarments.file-not-sealed',
    });
    const anew = proposal({ file: await document() });
    expect((await post(first, '/api/debarments', anew)).statusCode, 'a new decision may be entered').toBe(200);
  });
});

test('of one that is over, that it was contested too late is noted with how late and what follows; who was debarred when stays', async () => {
  const another = { ...proposal().told, name: '莲城江岸商贸有限公司', code: '91110108551385082Q' };
  now = new Date('2026-03-16T02:00:00Z');
  const entry = proposal({ told: another, file: await document(), until: '2026-03-20' });
  await post(first, '/api/debarments', entry);
  await post(second, `/api/debarments/${entry.id}/look`, { id: id(), purpose: '审批', way: 'look' });
  await web.ask(second, { url: `/api/files/${entry.file}` });
  expect((await act(second, entry.id, 'approve')).statusCode).toBe(200);
  const late = { by: 'review', on: '2026-05-21', follows: 'declined', reason: '江岸商贸来信，称行贿认定有误。' };
  expect((await act(first, entry.id, 'note-late', late)).json(), 'while it stands').toMatchObject({
    code: 'debarments.late-while-standing',
  });
  now = new Date('2026-06-01T02:00:00Z');
  expect((await act(first, entry.id, 'note-late', late)).json(), 'nobody knows when its days began').toMatchObject({
    code: 'debarments.late-unserved',
  });
  const service = { of: 'decision', on: '2026-03-12', how: 'in-person', file: await document() };
  expect((await act(first, entry.id, 'note-service', service)).statusCode).toBe(200);
  const rowOf = async () =>
    (await web.ask(first, { url: '/api/debarments' })).json().rows.find((one: { id: string }) => one.id === entry.id);
  const before = await rowOf();
  expect(before.stage).toBe('expired');
  expect((await act(first, entry.id, 'ask-review', { on: late.on, reason: late.reason })).json()).toMatchObject({
    code: 'debarments.contested-late',
  });
  expect((await act(first, entry.id, 'note-late', { ...late, on: '2026-05-11' })).json()).toMatchObject({
    code: 'debarments.not-late',
    errors: [{ pointer: '/given/on' }],
  });
  expect((await act(mayor, entry.id, 'note-late', late)).statusCode).toBe(403);
  const noting = id();
  for (const _ of [1, 2]) expect((await act(first, entry.id, 'note-late', late, noting)).statusCode).toBe(200);
  expect(await rowOf()).toEqual(before);
  const look = { id: id(), purpose: '核对来信', way: 'look' };
  const { steps } = (await post(third, `/api/debarments/${entry.id}/look`, look)).json();
  const { reason, ...noted } = late;
  expect(steps.at(-1)).toMatchObject({
    kind: 'note-late',
    who: '沈知远',
    reason,
    late: { ...noted, last: '2026-05-11', days: 10 },
  });
  expect(steps.filter(({ kind }: { kind: string }) => kind === 'note-late')).toHaveLength(1);
});

describe('who does not keep the register', () => {
  test.each([
    ['an administrator of the program', administrator],
    ['a handler', handler],
  ])('%s reads nothing of it, by no way', async (_, who) => {
    const { rows } = await owner.query<{ id: string }>('select id from debarment limit 1');
    const [row] = rows;
    for (const url of ['/api/debarments', `/api/register/${row!.id}/story`, `/api/files/${file}`]) {
      const answer = await web.ask(who, { url });
      expect(answer.body).not.toMatch(/远舟|propose-debarment|决定书/u);
    }
    const look = await post(who, `/api/debarments/${row!.id}/look`, { id: id(), purpose: '好奇', way: 'look' });
    expect(look.statusCode).toBe(403);
    const seen = await transact(pool, who, async ({ db }) => [
      ...(await db.selectFrom('debarment').select('id').execute()),
      ...(await db.selectFrom('debarment_look').select('id').execute()),
      ...(await db.selectFrom('entry').select('id').where('noun', '=', 'debarment').execute()),
      ...(await db.selectFrom('act').select('id').where('kind', '=', 'propose-debarment').execute()),
    ]);
    expect(seen).toEqual([]);
  });
});

const subjects = [debarmentSubject, mechanismSubject, ...directorySubjects];

test('nobody who reads the disk or the tables reads the decision, nor what its file is called', async () => {
  const { rows } = await owner.query<{ name: string; kept: string | null; stored: string }>(
    `select name, kept, encode(sha256, 'hex') as stored from file where id = $1`,
    [file],
  );
  expect(rows).toMatchObject([{ name: '〔密文附件〕', kept: null }]);
  expect(rows[0]!.stored).not.toBe(createHash('sha256').update(`${DOCUMENT}决定书.pdf`).digest('hex'));
});

test('the ledger holds no name, and folds anew to what the tables say', async () => {
  const { rows } = await owner.query<{ body: string }>(`select body from act where kind like '%debarment'`);
  const text = rows.map(({ body }) => body).join('\n');
  expect(text).toContain('noticedOn');
  expect(text).not.toMatch(/远舟|行贿|799655058/u);
  const verified = await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
  expect(verified).toMatchObject({ fault: null });
  await owner.query(`update debarment set ends = ends + 1`);
  const after = await transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
  expect(after).toMatchObject({ fault: { code: 'ledger.entry-rows-differ' } });
});
