import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anAppeal, anAppealCity, type AppealCity } from '../../test/support/appeals.ts';
import { aCaller, anOriginator } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { seatThem } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { act, findMatters, publishMechanism, registerByHand, viewMatter } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { viewFor } from './appeal.view.ts';
import { raisedBy } from './raised.acts.ts';
import { geoUpdates } from './sources/open311.rules.ts';

const { pool, owner } = await testDatabase();
const START = new Date('2026-03-16T01:30:00Z');
let now = START;
let city: AppealCity;
const other = aCaller({ role: 'supervisor', unit: null });

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, START);
  await seatThem(pool, [city.office, other, city.mayor], START);
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
const seen = (firm: Caller, id: Uuid) => viewFor(pool, firm, id, 'zh', now);
const saidTo = async (firm: Caller, id: Uuid) =>
  (await seen(firm, id)).said.map(({ kind, text }) => `${kind}: ${text}`);
/** What a unit's head reads of the acts of one kind. */
async function readBy(who: Caller, id: Uuid, kind: ActKind) {
  const { story } = await transact(pool, who, (tx) => viewMatter(tx, who, id, now));
  return story.filter((one) => one.kind === kind).map(({ given }) => given);
}
const BAD = { stars: 1, solved: false, satisfied: false };
const HEARD = { reached: true, text: '只愿要地' };
const EXCLUDE = { reason: '属无理要求，与办理质量无关', told: '土地依法要公开出让，答复单位改变不了' };

describe('a judgement that is left out', () => {
  test('whoever gave it reads nothing of the proposal, and once it is reviewed what was written for them: no reason, and no name', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'exclude', EXCLUDE);
    const before = await seen(firm, id);
    expect(JSON.stringify(before)).not.toContain(EXCLUDE.told);
    // That one is proposed is not told either, by no stage.
    expect([before.stage.zh, before.way.at(-1)!.stage.zh]).toEqual(['未解决或不满意', '未解决或不满意']);
    const [row] = (await raisedBy(pool, firm, id, null)).rows;
    expect(row!.stage.zh).toBe('未解决或不满意');
    await does(other, id, 'review', { agreed: true, note: '同意，诉求人纠缠' });
    const after = await seen(firm, id);
    expect(after.way.slice(-2).map(({ stage }) => stage.zh)).toEqual(['剔除待复核', '已剔除']);
    expect(after.said.at(-1)).toMatchObject({ kind: 'exclude', text: EXCLUDE.told, unit: null, mine: false });
    expect(new Date(after.said.at(-1)!.at)).toEqual(now);
    for (const internal of [EXCLUDE.reason, '纠缠', HEARD.text, city.office.name])
      expect(JSON.stringify(after)).not.toContain(internal);
    // A program that handed it over reads the same.
    const told = geoUpdates(after, 'H-1', { from: START, until: now });
    expect(told.at(-1)).toMatchObject({ description: EXCLUDE.told, status: 'closed' });
  });

  test('one that the review did not agree to leaves them nothing to read', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'exclude', EXCLUDE);
    await does(other, id, 'review', { agreed: false, note: '应当再办' });
    expect((await saidTo(firm, id)).join()).not.toMatch(/exclude|公开出让|应当再办/u);
    const { way, stage } = await seen(firm, id);
    expect([stage.zh, way.filter((leg) => /剔除|不满意/u.test(leg.stage.zh)).length]).toEqual(['未解决或不满意', 1]);
  });

  test('it is told to whoever gave it, and not to another whose matter was joined and who was content', async () => {
    const { id, firm } = await anAppeal(pool, city, {}, START);
    const content = anOriginator('莲城食品厂');
    const joined = uuidv7(START);
    await transact(pool, content, (tx) =>
      registerByHand(tx, content, { id: joined, mechanism: 'appeal', given: { text: '同一处用地' } }, START),
    );
    // Answered already, it takes no other: sent back, joined, and answered anew.
    await does(city.office, id, 'return', { reason: '补充' });
    const host = (await transact(pool, city.office, (tx) => findMatters(tx, 1, [id]))).get(id)!;
    await does(city.office, joined, 'join', { into: host.number });
    await does(city.heads[0]!, id, 'answer', { result: '已答复' });
    await does(content, id, 'evaluate', { stars: 5, solved: true, satisfied: true });
    await does(firm, id, 'evaluate', BAD);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'exclude', EXCLUDE);
    await does(other, id, 'review', { agreed: true });
    expect((await saidTo(firm, id)).at(-1)).toBe(`exclude: ${EXCLUDE.told}`);
    expect((await saidTo(content, joined)).join()).not.toContain('exclude');
  });

  test('of one that was to be kept from the unit the unit reads that it was left out, and neither why nor what was said of it', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: { ...BAD, unnamed: true } }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'exclude', EXCLUDE);
    await does(other, id, 'review', { agreed: true, note: '一星不实' });
    const head = city.heads[0]!;
    expect(await readBy(head, id, 'exclude')).toEqual([{}]);
    expect(await readBy(head, id, 'review')).toEqual([{ agreed: true }]);
    expect(await readBy(other, id, 'exclude')).toEqual([EXCLUDE]);
    expect((await saidTo(firm, id)).at(-1)).toBe(`exclude: ${EXCLUDE.told}`);
  });

  test('cannot be proposed without words for whoever gave it', async () => {
    const { id } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await expect(does(city.office, id, 'exclude', { reason: '不实' })).rejects.toMatchObject({
      problem: { code: 'matter.give-told', pointer: '/given/told' },
    });
  });
});

describe('what is taken up again', () => {
  const AGAIN = { reason: '单位没有到现场，责成重办', told: '我们请单位到现场重新核实，十个工作日内答复' };

  test('whoever raised it reads what was written for them and not the reason; the unit reads the reason', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: { ...BAD, unnamed: true } }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'reopen', AGAIN);
    const view = await seen(firm, id);
    expect(view.said.at(-1)).toMatchObject({ kind: 'reopen', text: AGAIN.told, unit: null });
    expect(JSON.stringify(view)).not.toContain(AGAIN.reason);
    // What was said to whoever judged may tell how they judged, and was to be kept.
    expect(await readBy(city.heads[0]!, id, 'reopen')).toEqual([{ reason: AGAIN.reason }]);
  });

  test('without words for them there is nothing to read, as before', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'reopen', { reason: AGAIN.reason });
    expect((await saidTo(firm, id)).join()).not.toMatch(/reopen|责成/u);
  });

  test('a file may demand them of every reopening: where nobody raised it there is nothing to give', async () => {
    const system = { city: 1, system: true } as const;
    const shipped = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
    const source = shipped.replace(/^( {2}reopen: .*)give: \[reason\]/mu, '$1give: [reason, told]');
    await transact(pool, system, (tx) => publishMechanism(tx, system, { source, seen: 1 }, START));
    const nobodys = uuidv7(START);
    await transact(pool, city.office, (tx) =>
      registerByHand(tx, city.office, { id: nobodys, mechanism: 'appeal', given: { text: '巡查发现井盖缺失' } }, START),
    );
    await does(city.office, nobodys, 'close', { note: '已由他处办理' });
    await does(city.office, nobodys, 'reopen', { reason: '没有办' });
    const { id } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await expect(does(city.office, id, 'reopen', { reason: '责成重办' })).rejects.toMatchObject({
      problem: { code: 'matter.give-told' },
    });
  });

  test('words for somebody where nobody raised it are refused, with where they stand', async () => {
    const id = uuidv7(START);
    await transact(pool, city.office, (tx) =>
      registerByHand(tx, city.office, { id, mechanism: 'appeal', given: { text: '巡查发现路灯不亮' } }, START),
    );
    await does(city.office, id, 'close', { note: '已由他处办理' });
    await expect(does(city.office, id, 'reopen', AGAIN)).rejects.toMatchObject({
      problem: { code: 'matter.told-to-nobody', pointer: '/given/told' },
    });
  });

  test('what is personal in them is masked for the city, and in full for whoever raised it', async () => {
    const { id, firm } = await anAppeal(pool, city, { judged: BAD }, START);
    await does(city.office, id, 'callback', HEARD);
    await does(city.office, id, 'reopen', { ...AGAIN, told: '请联系张三，电话 13800138000' });
    expect((await seen(firm, id)).said.at(-1)!.text).toContain('13800138000');
    expect(JSON.stringify(await readBy(city.office, id, 'reopen'))).not.toContain('13800138000');
  });
});
