import { beforeAll, describe, expect, it } from 'vitest';
import { subjects } from '../../src/app/subjects.ts';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { samplePage } from '../../src/app/demo/sample.routes.ts';
import type { BulletinView } from '../../src/bulletins/contract.ts';
import type { RoundFigures } from '../../src/figures/contract.ts';
import type { DraftView } from '../../src/intake/contract.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { verifyLedger, type Checkpoint } from '../../src/ledger/index.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import type { RoundView } from '../../src/matters/rounds/round.contract.ts';
import type { Workbench } from '../../src/matters/lists/list.contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCaller } from '../support/callers.ts';
import { aCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';

const { pool, owner } = await testDatabase();
let clock = new Date('2026-03-16T02:00:00Z');
const at = (instant: string): void => void (clock = new Date(instant));
const office = aCaller({ role: 'supervisor', unit: null, name: '沈知远' });
let fagai: Uuid;
let chengguan: Uuid;
let desk: Caller;
let other: Caller;
let web: TestHttp;

beforeAll(async () => {
  [fagai, chengguan] = (await aCity(pool, 1, ['莲城市发展和改革委员会', '莲城市城市管理局'], clock)) as [Uuid, Uuid];
  desk = aCaller({ role: 'handler', unit: fagai, name: '林一帆' });
  other = aCaller({ role: 'handler', unit: chengguan, name: '周文博' });
  web = await testHttp(pool, [office, desk, other], { routes, mayReadFile, now: () => clock });
});

const get = async <T>(who: Caller, url: string): Promise<T> => (await web.ask(who, { method: 'GET', url })).json();
async function post<T>(who: Caller, url: string, payload: object, status = 200): Promise<T> {
  const answer = await web.ask(who, { method: 'POST', url, payload });
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json();
}
const act = (who: Caller, matter: Uuid, kind: string, given: object = {}, status = 200) =>
  post<{ stage: string; code: string; detail: string }>(
    who,
    `/api/matters/${matter}/acts`,
    { id: uuidv7(clock), kind, given },
    status,
  );

/** Reads the week's page and assigns all of it: the first area to one unit, the rest to the other. */
async function assignPage(day: string): Promise<{ round: Uuid; draft: DraftView; request: object }> {
  const receipt = await post<{ id: Uuid }>(office, '/api/minutes', { text: samplePage(day), date: day });
  const draft = await get<DraftView>(office, `/api/minutes/${receipt.id}`);
  const kept = draft.items.filter((item) => item.keep);
  const first = kept[0]!.area;
  const items = kept.map(({ text, area, aim }) => {
    const assign = { lead: area === first ? fagai : chengguan, co: [], due: null };
    return { id: uuidv7(clock), register: { text, area, aim }, assign };
  });
  const { name, number, year, attendees } = draft.meeting;
  const request = {
    id: uuidv7(clock),
    mechanism: 'weekly-assignment',
    year,
    number,
    name,
    heldOn: day,
    attendees,
    items,
  };
  const { round } = await post<{ round: Uuid }>(office, `/api/minutes/${receipt.id}/assign`, request);
  return { round, draft, request };
}
const figure = (figures: RoundFigures, key: string) => figures.whole.find((f) => f.key === key)!;

describe('a week of the supervision office, over HTTP', () => {
  let week: Awaited<ReturnType<typeof assignPage>>;
  let matter: Uuid;

  it('reads a newspaper page into seven areas without inventing a unit or a deadline', async () => {
    week = await assignPage('2026-03-16');
    const kept = week.draft.items.filter((item) => item.keep);
    expect(new Set(kept.map((item) => item.area)).size).toBe(7);
    expect(kept.every((item) => item.lead === null && item.due === null)).toBe(true);
    expect(week.draft.articles[week.draft.article]!.uncovered.length).toBeGreaterThan(0);
  });

  it('recognises the same text, however its lines are wrapped', async () => {
    const rewrapped = samplePage('2026-03-16').replaceAll('\n', '\n  ');
    const again = await post<{ id: Uuid; known: boolean }>(office, '/api/minutes', { text: rewrapped });
    expect(again).toEqual({ id: week.draft.draft.id, known: true });
  });

  it('answers the same assignment sent again with the same round, and a second round of that number with a conflict', async () => {
    const url = `/api/minutes/${week.draft.draft.id}/assign`;
    expect(await post(office, url, week.request)).toEqual({ round: week.round });
    const double = { ...week.request, id: uuidv7(clock), items: [] };
    expect(
      await post(
        office,
        '/api/rounds',
        { ...double, items: (week.request as { items: object[] }).items.map((i) => ({ ...i, id: uuidv7(clock) })) },
        409,
      ),
    ).toMatchObject({ code: 'matter.round-exists' });
  });

  it('puts the items into the workbenches of their units', async () => {
    const view = await get<RoundView>(office, `/api/rounds/${week.round}`);
    const mine = view.matters.filter((m) => m.lead === fagai);
    const bench = await get<Workbench>(desk, '/api/workbench');
    expect(bench.todos.map((t) => t.row.number).toSorted()).toEqual(mine.map((m) => m.number).toSorted());
    matter = mine[0]!.id;
  });

  it('takes one of them from acceptance to striking off', async () => {
    at('2026-03-17T02:00:00Z');
    await act(desk, matter, 'accept');
    expect(await act(desk, matter, 'answer', { result: '走访已覆盖' }, 400)).toMatchObject({
      code: 'matter.give-evidence',
    });
    const sent = {
      method: 'POST' as const,
      url: '/api/files?name=%E5%8F%B0%E8%B4%A6.txt',
      payload: Buffer.from('走访台账\n'),
      headers: { 'content-type': 'application/octet-stream' },
    };
    const file = (await web.ask(desk, sent)).json<{ id: Uuid }>().id;
    await act(desk, matter, 'answer', { result: '走访已覆盖 126 家企业', files: [file] });
    await act(office, matter, 'verify');
    expect(await act(office, matter, 'close')).toMatchObject({ stage: 'closed' });
    expect((await get<MatterView>(office, `/api/matters/${matter}`)).files.map((f) => f.name)).toEqual(['台账.txt']);
    expect((await web.ask(office, { method: 'GET', url: `/api/files/${file}` })).statusCode).toBe(200);
  });

  it('publishes a bulletin in which every number opens its matters, and which stays as it was', async () => {
    at('2026-03-23T01:30:00Z');
    const next = await assignPage('2026-03-23');
    const words = { title: '周交办通报', opening: '现通报如下。', closing: '请抓好落实。' };
    const { bulletin } = await post<{ bulletin: Uuid }>(office, '/api/bulletins', {
      id: uuidv7(clock),
      round: next.round,
      ...words,
    });
    const published = await get<BulletinView>(desk, `/api/bulletins/${bulletin}`);
    expect(figure(published.before!.figures, 'closed')).toMatchObject({ value: 1, matters: [matter] });
    expect(published.seal?.root).toMatch(/^[0-9a-f]{64}$/u);
    const { n, root, acts, at: sealedAt } = await get<Checkpoint>(desk, '/api/checkpoint');
    expect({ checkpoint: n, root, acts, at: sealedAt }).toEqual(published.seal);

    at('2026-03-24T01:30:00Z');
    await act(office, matter, 'reopen', { reason: '群众反映走访走过场' });
    expect(await get<BulletinView>(desk, `/api/bulletins/${bulletin}`)).toEqual(published);
  });

  it('gives, asked as of an earlier moment, the number that was true then', async () => {
    const url = `/api/figures/rounds/${week.round}`;
    const now = await get<RoundFigures>(office, url);
    const then = await get<RoundFigures>(office, `${url}?asOf=2026-03-20T00:00:00Z`);
    const before = await get<RoundFigures>(office, `${url}?asOf=2026-03-16T09:00:00Z`);
    expect([before, then, now].map((f) => figure(f, 'closed').value)).toEqual([0, 1, 0]);
    expect((await web.ask(office, { method: 'GET', url: `${url}?asOf=2030-01-01T00:00:00Z` })).statusCode).toBe(400);
  });

  it('lets nobody but the supervision office read drafts or publish', async () => {
    expect((await web.ask(desk, { method: 'GET', url: `/api/minutes/${week.draft.draft.id}` })).statusCode).toBe(404);
    expect(await post(desk, '/api/minutes', { text: '会议要求，要做好工作。' }, 403)).toMatchObject({
      code: 'intake.not-your-draft',
    });
    const request = { id: uuidv7(clock), round: week.round, title: '通报', opening: '', closing: '' };
    expect(await post(desk, '/api/bulletins', request, 403)).toMatchObject({ code: 'bulletin.not-your-act' });
  });

  it('keeps two reviewers of one draft from overwriting each other', async () => {
    const { id } = await post<{ id: Uuid }>(office, '/api/minutes', {
      text: '会议议定以下事项：一、修订应急预案。（责任单位：市发改委）二、检修路灯。（责任单位：市城管局）',
    });
    const { version, article, meeting, items } = await get<DraftView>(office, `/api/minutes/${id}`);
    const save = (more: object) =>
      web.ask(office, {
        method: 'PUT',
        url: `/api/minutes/${id}`,
        payload: { version, article, meeting, items, ...more },
      });
    expect((await save({})).json()).toEqual({ version: version + 1 });
    const late = await save({ items: [] });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'intake.draft-moved-on', params: { version: version + 1 } });
    expect((await get<DraftView>(office, `/api/minutes/${id}`)).items).toHaveLength(items.length);
  });

  it('leaves a ledger that verifies from the first act to the last, and names a bulletin that was altered', async () => {
    const verify = () => transact(pool, { city: 1, system: true }, (tx) => verifyLedger(tx, 1, subjects));
    expect(await verify()).toMatchObject({ fault: null });
    await owner.query(`update bulletin set content = replace(content, '周交办通报', '周交办喜报')`);
    expect((await verify()).fault).toMatchObject({ code: 'bulletin.verify-differs' });
  });
});
