import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCaller, anOriginator } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits, directorySubjects, openPerson, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { act, matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../index.ts';
import { workbench } from '../lists/workbench.ts';
import { viewMatter } from '../matter.view.ts';
import { showPersonal } from '../personal/show.acts.ts';

const { pool, owner } = await testDatabase();
const CITY = 1;
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: CITY, system: true } as const;
const [water, roads]: [Uuid, Uuid] = [uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: null });
const mayor = aCaller({ role: 'mayor', unit: null });
const handler = aCaller({ role: 'handler', unit: water });
const head = aCaller({ role: 'head', unit: water });
const firm = anOriginator();
let now = NOW;

const categories = [
  ['07', null, '营商环境', 'Doing business'],
  ['0701', '07', '证照办理', 'Licences'],
  ['0702', '07', '惠企政策兑现', null],
  ['0799', '07', '停用的一类', null],
] as const;
const scheme = (retired: boolean, seen: number) => ({
  id: uuidv7(NOW),
  key: 'appeals',
  name: { zh: '诉求分类', en: 'Appeals' },
  categories: categories.map(([code, parent, zh, en]) => ({
    code,
    parent,
    zh,
    en,
    retired: retired && code === '0799',
  })),
  seen,
});

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values ($1, '莲城市')`, [CITY]);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    await addUnits(
      tx,
      system,
      [water, roads].map((id, n) => ({ id, name: `市第${n + 1}局`, kind: 'department' })),
      NOW,
    );
    await publishScheme(tx, system, scheme(false, 0), NOW);
    await publishScheme(tx, system, scheme(true, 1), NOW);
    await publishMechanism(tx, system, { source }, NOW);
  });
  // Whoever reviews an exclusion must be there.
  const { account, seat, name, title } = mayor;
  const held = { id: seat, unit: null, role: 'mayor' as const, title };
  const person = { id: account, login: 'mayor', name, password: 'never-typed', seat: held };
  await transact(pool, system, (tx) => openPerson(tx, system, person, NOW));
});

async function raise(given: Record<string, unknown> = {}, who: Caller = firm): Promise<Uuid> {
  const id = uuidv7(NOW);
  now = NOW;
  const request = { id, mechanism: 'appeal', given: { text: '执照换发等了一个月', ...given } };
  await transact(pool, who, (tx) => registerByHand(tx, who, request, now));
  return id;
}
/** Each an hour after the one before. */
const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) => {
  now = new Date(now.getTime() + 3_600_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { problem?: { code: string } }) => error.problem?.code,
  );
const seen = (who: Caller, id: Uuid) => transact(pool, who, (tx) => viewMatter(tx, who, id, now));
const verify = () =>
  transact(pool, system, (tx) => verifyLedger(tx, CITY, [matterSubject, mechanismSubject, ...directorySubjects]));

async function answered(given: Record<string, unknown> = {}): Promise<Uuid> {
  const id = await raise(given);
  await does(office, id, 'classify', { category: '0701' });
  await does(office, id, 'assign', { lead: water, co: [] });
  await does(handler, id, 'accept');
  await does(handler, id, 'propose', { result: '已发证' });
  await does(head, id, 'answer', { result: '已发证' });
  return id;
}

describe('an appeal, from whoever raised it to their judgement', () => {
  it('goes the whole way through every chair, and the ledger holds', async () => {
    const id = await raise({
      channel: 'web',
      category: '0702',
      place: { text: '政务大厅', longitude: 113.8, latitude: 34.03 },
    });
    expect((await seen(office, id)).raised).toMatchObject({
      originators: [{ id: firm.seat }],
      channel: { zh: '网上提交' },
      category: null,
      wish: '0702',
      wished: [{ zh: '营商环境', en: 'Doing business' }, { zh: expect.any(String) }],
      place: { text: '政务大厅', longitude: 113.8 },
    });
    await does(office, id, 'classify', { category: '0701' });
    const filed = await seen(office, id);
    const way = [
      { zh: '营商环境', en: 'Doing business' },
      { zh: '证照办理', en: 'Licences' },
    ];
    expect(filed.raised?.category).toEqual({ code: '0701', way });
    expect(filed.raised?.wished).toBeNull();
    expect(filed.story.map((told) => told.filed)).toEqual([undefined, way]);
    await does(office, id, 'assign', { lead: water, co: [] });
    await does(handler, id, 'accept');
    await does(handler, id, 'promise', { text: '补发执照', due: '2026-03-10' });
    await does(handler, id, 'inquire', { text: '旧证号是多少？' });
    await does(firm, id, 'reply', { text: '4110-01' });
    await does(handler, id, 'propose', { result: '已补发' });
    await does(head, id, 'return', { reason: '写明领取办法' });
    await does(handler, id, 'propose', { result: '已补发，凭身份证领取' });
    await does(head, id, 'answer', { result: '已补发，凭身份证领取' });
    await does(firm, id, 'evaluate', { stars: 2, solved: false, satisfied: false, text: '领不到' });
    await does(office, id, 'callback', { reached: true, solved: false, satisfied: false, text: '窗口说没有' });
    await does(office, id, 'reopen', { reason: '核实窗口' });
    await does(handler, id, 'propose', { result: '已送达' });
    await does(head, id, 'answer', { result: '已送达' });
    expect((await does(firm, id, 'evaluate', { stars: 5, solved: true, satisfied: true })).stage).toBe('closed');
    expect(await verify()).toMatchObject({ fault: null });
  });

  it('keeps the name of the category that it was filed under, and offers none that is out of use', async () => {
    const id = await raise();
    expect(await code(does(office, id, 'classify', { category: '0799' }))).toBe('matter.no-such-category');
    expect(await code(does(office, id, 'classify', { category: '07 01' }))).toBe('matter.no-such-category');
    expect(await code(does(office, id, 'classify', { category: ' 0701 ' }))).toBe('done');
    expect(await code(raise({ category: '0799' }))).toBe('matter.no-such-category');
  });

  it('tells units nothing of who raised it where that was asked, in no part of what they are shown', async () => {
    const id = await answered({ unnamed: true });
    await does(firm, id, 'evaluate', { stars: 1, solved: false, satisfied: false, text: '没有办', unnamed: true });
    for (const who of [handler, head]) {
      const view = await seen(who, id);
      expect(JSON.stringify(view)).not.toContain(firm.seat);
      expect(view.raised).toMatchObject({ originators: [], hidden: 1, evaluations: [{ stars: 1 }] });
      expect(view.story.at(-1)).toMatchObject({ kind: 'evaluate', originator: true, seat: null, who: '' });
    }
    expect((await seen(office, id)).raised?.originators).toHaveLength(1);
  });

  it('judged without a name, is told the office and not the units, who know whose it is; in no part of what they are shown', async () => {
    const id = await answered();
    const text = '跑了三趟，请打 13812345678';
    await does(firm, id, 'evaluate', { stars: 1, solved: false, satisfied: false, text, unnamed: true });
    await does(office, id, 'callback', { reached: true, solved: false, satisfied: false, text: '还要再跑一趟' });
    for (const who of [handler, head])
      expect((await seen(who, id)).raised?.callback).toMatchObject({ reached: true, solved: null, satisfied: null });
    await does(office, id, 'reopen', { reason: '窗口重新办' });
    for (const who of [handler, head]) {
      const told = JSON.stringify(await seen(who, id));
      expect(told).not.toMatch(/跑了三趟|再跑一趟|"stars"|"solved":false/u);
      const shown = await showPersonal(pool, who, { id: uuidv7(now), matter: id, purpose: '联系诉求人' }, now);
      expect(shown.pieces).toEqual([]);
    }
    expect(JSON.stringify(await seen(office, id))).toMatch(/跑了三趟/u);
    const again = await answered();
    await does(firm, again, 'evaluate', { stars: 4, solved: true, satisfied: true, unnamed: true });
    expect((await seen(head, again)).raised).toMatchObject({ hidden: 0, evaluations: [], unheard: 1 });
    expect((await seen(office, again)).raised).toMatchObject({ evaluations: [{ stars: 4 }], unheard: 0 });
    expect((await seen(firm, again)).raised).toMatchObject({ evaluations: [{ stars: 4 }], unheard: 0 });
  });

  it('is evaluated once, however often it is sent at once', async () => {
    const id = await answered();
    const bad = { stars: 1, solved: false, satisfied: false };
    const good = { stars: 5, solved: true, satisfied: true };
    const codes = await Promise.all([bad, good].map((given) => code(does(firm, id, 'evaluate', given))));
    // The second is told what it can do instead: another thing where the first struck it off.
    expect(codes.filter((each) => each === 'done')).toHaveLength(1);
    expect(codes.find((each) => each !== 'done')).toMatch(/^matter\.already-evaluated(?:-and-closed)?$/u);
  });

  it('an exclusion is reviewed by somebody else, whom the office’s desk shows it to', async () => {
    const id = await answered();
    await does(firm, id, 'evaluate', { stars: 1, solved: true, satisfied: false });
    await does(office, id, 'callback', { reached: true, text: '不愿多谈' });
    await does(office, id, 'exclude', { reason: '与本市无关', told: '评价不计入统计' });
    expect(await code(does(office, id, 'review', { agreed: true }))).toBe('matter.review-by-another');
    expect((await does(mayor, id, 'review', { agreed: true })).stage).toBe('excluded');
    expect(await code(does(firm, id, 'evaluate', { stars: 5, solved: true, satisfied: true }))).toBe(
      'matter.stage-forbids-act',
    );
    expect(await verify()).toMatchObject({ fault: null });
  });
});

it('a draft waits on the workbench of the head alone, and comes back to the handler with its return', async () => {
  const id = await raise();
  await does(office, id, 'classify', { category: '0701' });
  await does(office, id, 'assign', { lead: water, co: [] });
  await does(handler, id, 'accept');
  const waits = async (who: Caller) => {
    const { todos, counts } = await transact(pool, who, (tx) => workbench(tx, who, {}, now));
    expect(counts.total).toBe(todos.length);
    return todos.find(({ row }) => row.id === id)?.act;
  };
  expect([await waits(handler), await waits(head)]).toEqual(['propose', 'propose']);
  await does(handler, id, 'propose', { result: '已发证' });
  expect([await waits(handler), await waits(head)]).toEqual([undefined, 'answer']);
  await does(head, id, 'return', { reason: '写明领取办法' });
  expect([await waits(handler), await waits(head)]).toEqual(['propose', 'propose']);
  expect(await verify()).toMatchObject({ fault: null });
});

describe('appeals that are joined', () => {
  const baker = anOriginator('莲城面包房');
  const numberOf = async (id: Uuid) => (await seen(office, id)).row.number;
  const joinTo = async (id: Uuid, host: Uuid, actId = uuidv7(now)) =>
    act(pool, office, id, { id: actId, kind: 'join', given: { into: await numberOf(host), sure: true } }, now);

  it('both tell of it, whoever raised one judges the answer of the other, and the ledger holds', async () => {
    const host = await answered();
    const second = await raise({ unnamed: true }, baker);
    const request = uuidv7(now);
    const first = await joinTo(second, host, request);
    expect(await joinTo(second, host, request)).toEqual(first);
    const there = await seen(head, host);
    expect(there.story.filter(({ kind }) => kind === 'gather')).toMatchObject([
      { given: { number: await numberOf(second), text: '执照换发等了一个月' }, effects: [] },
    ]);
    expect(JSON.stringify(there)).not.toContain(baker.seat);
    expect(there.raised).toMatchObject({ hidden: 1, gathered: [{ id: second }], joined: null });
    expect((await seen(office, second)).raised?.joined).toEqual({ id: host, number: await numberOf(host) });
    await does(baker, host, 'evaluate', { stars: 1, solved: false, satisfied: false, text: '没有办' });
    expect((await seen(office, host)).row.stage).toBe('disputed');
    expect(await verify()).toMatchObject({ fault: null });
  });

  it('parted, each goes its own way, and who raised one sees the other no more', async () => {
    const host = await raise();
    const second = await raise({}, baker);
    await joinTo(second, host);
    expect((await seen(baker, host)).row.id).toBe(host);
    await does(office, second, 'part', { reason: '不是同一件事' });
    expect(await code(seen(baker, host))).toBe('matter.not-found');
    expect((await seen(office, second)).row.stage).toBe('registered');
    expect((await seen(office, host)).story.at(-1)).toMatchObject({ kind: 'release', who: '' });
    expect(await verify()).toMatchObject({ fault: null });
  });

  it('parted, what one thinks of the answer of the other is said of it no more', async () => {
    const host = await answered();
    const second = await raise({}, baker);
    await joinTo(second, host);
    await does(firm, host, 'evaluate', { stars: 5, solved: true, satisfied: true });
    await does(baker, host, 'evaluate', { stars: 1, solved: false, satisfied: false });
    expect(await code(does(office, host, 'close', { note: '办结' }))).toBe('matter.still-disputed');
    await does(office, second, 'part', { reason: '不是同一件事' });
    expect((await seen(office, host)).raised?.evaluations).toMatchObject([{ stars: 5 }]);
    // Whose judgement is left was content with it, which had struck it off.
    expect((await seen(office, host)).row).toMatchObject({ stage: 'closed' });
    expect(await verify()).toMatchObject({ fault: null });
  });

  it('two of them joined crosswise at once: one goes into the other, and not both', async () => {
    const [one, other] = [await raise(), await raise({}, baker)];
    const codes = await Promise.all([code(joinTo(one, other)), code(joinTo(other, one))]);
    expect(codes.filter((each) => each === 'done')).toHaveLength(1);
    expect(codes.find((each) => each !== 'done')).toMatch(/host-is-closed|others-are-joined|stage-forbids-act/u);
    expect(await verify()).toMatchObject({ fault: null });
  });
});
