import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller, anOriginator } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits, directorySubjects, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { act, matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../index.ts';
import { viewMatter } from '../matter.view.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: 1, system: true } as const;
const [water, roads, parks]: [Uuid, Uuid, Uuid] = [uuidv7(NOW), uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: null });
const handler = aCaller({ role: 'handler', unit: water });
const head = aCaller({ role: 'head', unit: water });
const builder = aCaller({ role: 'handler', unit: roads });
const gardener = aCaller({ role: 'handler', unit: parks });
const firm = anOriginator();
let now = NOW;

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  await transact(pool, system, async (tx) => {
    const units = [water, roads, parks].map((id, n) => ({ id, name: `市第${n + 1}局`, kind: 'department' as const }));
    await addUnits(tx, system, units, NOW);
    const categories = [{ code: '07', parent: null, zh: '营商环境', en: 'Doing business', retired: false }];
    const name = { zh: '诉求分类', en: 'Appeals' };
    await publishScheme(tx, system, { id: uuidv7(NOW), key: 'appeals', name, categories, seen: 0 }, NOW);
    await publishMechanism(tx, system, { source: file('task.yaml') }, NOW);
    const appeal = file('appeal.yaml').replace('kinds: [task]', 'kinds: [task, self]');
    await publishMechanism(tx, system, { source: appeal }, NOW);
  });
});

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
  transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]));

async function taken(given: Record<string, unknown> = {}): Promise<Uuid> {
  const id = uuidv7(NOW);
  now = NOW;
  const request = { id, mechanism: 'appeal', given: { text: '门前断路', ...given } };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, request, now));
  await does(office, id, 'classify', { category: '07' });
  await does(office, id, 'assign', { lead: water, co: [] });
  await does(handler, id, 'accept');
  return id;
}
async function divided(parent: Uuid, given: Record<string, unknown> = {}): Promise<Uuid> {
  await does(handler, parent, 'divide', { text: '先修便道', lead: roads, due: '2026-03-05', ...given });
  return (await seen(office, parent)).below.rows.at(-1)!.row.id;
}

describe('a matter divided', () => {
  test('gives part of it to another unit with its own time; its page lists it, and its answer waits for it', async () => {
    const parent = await taken();
    const child = await divided(parent);
    const { below, row } = await seen(head, parent);
    expect(below).toMatchObject({ hidden: 0, kinds: [{ key: 'task' }, { key: 'appeal' }] });
    expect(below.rows).toMatchObject([
      {
        row: { id: child, number: '分办〔2026〕0001', lead: roads, due: '2026-03-05', workdaysLeft: 3 },
        percent: null,
      },
    ]);
    expect(below.rows[0]?.stage.zh).toBe('已分办');
    // The day of the whole stays its own.
    expect(row.due).toBe('2026-03-16');

    await does(builder, child, 'accept');
    await does(builder, child, 'report', { text: '铺了一半', percent: 50 });
    await does(handler, parent, 'propose', { result: '便道已修通' });
    const waiting = await seen(head, parent);
    expect(waiting.below.rows).toMatchObject([{ percent: 50, row: { phase: 'working' } }]);
    expect(waiting.acts.find(({ kind }) => kind === 'answer')).toMatchObject({
      allowed: false,
      code: 'matter.children-not-answered',
      params: { children: ['分办〔2026〕0001'] },
    });
    expect(await code(does(head, parent, 'answer', { result: '便道已修通' }))).toBe('matter.children-not-answered');

    await does(builder, child, 'answer', { result: '修好了' });
    await does(head, parent, 'answer', { result: '便道已修通' });
    expect(await code(does(office, parent, 'close', { note: '无法联系' }))).toBe('matter.children-not-closed');
    await does(office, child, 'close');
    expect(await code(does(office, parent, 'close', { note: '无法联系' }))).toBe('done');
  });

  test('what is below knows what is above; a unit of it that may not read that is told the number and no more', async () => {
    const parent = await taken();
    const child = await divided(parent);
    const { number } = (await seen(office, parent)).row;
    expect((await seen(builder, child)).parent).toEqual({ id: parent, number, readable: false });
    expect((await seen(handler, child)).parent).toEqual({ id: parent, number, readable: true });
    expect(await code(seen(builder, parent))).toBe('matter.not-found');
  });

  test('whoever reads the matter above reads what is below, however deep; whoever raised it and strangers do not', async () => {
    const parent = await taken();
    const child = await divided(parent, { mechanism: 'appeal' });
    await does(builder, child, 'accept');
    await does(builder, child, 'divide', { text: '移走两棵树', lead: parks });
    const deepest = (await seen(builder, child)).below.rows[0]!.row.id;
    for (const [who, reads] of [
      [handler, true],
      [head, true],
      [builder, true],
      [gardener, true],
      [firm, false],
      [aCaller({ role: 'handler', unit: uuidv7(NOW) }), false],
    ] as const)
      expect([who.role, await code(seen(who, deepest))]).toEqual([who.role, reads ? 'done' : 'matter.not-found']);
    expect(await code(seen(gardener, child))).toBe('matter.not-found');
    // Filed as the matter above is, it is worked on at once.
    expect((await seen(office, child)).raised?.category?.code).toBe('07');
  });

  test('what is made confidential below an open one is for its own units; that it is there, and holds, is still told', async () => {
    const parent = await taken();
    const child = await divided(parent, { confidential: true });
    const { below } = await seen(handler, parent);
    expect([below.rows, below.hidden]).toEqual([[], 1]);
    expect(await code(seen(handler, child))).toBe('matter.not-found');
    await does(handler, parent, 'propose', { result: '便道已修通' });
    expect(await code(does(head, parent, 'answer', { result: '好' }))).toBe('matter.children-not-answered');
    const secret = await taken({ confidential: true });
    expect((await seen(handler, await divided(secret))).row.confidential).toBe(true);
  });

  test('is divided once, however often that is sent, and not by whoever has no part in it', async () => {
    const parent = await taken();
    const request = { id: uuidv7(now), kind: 'divide', given: { text: '先修便道', lead: roads } } as const;
    const both = await Promise.all([0, 1].map(() => act(pool, handler, parent, request, now)));
    expect(both[1]).toEqual(both[0]);
    expect((await seen(office, parent)).below.rows).toHaveLength(1);
    const numbers = async () =>
      (await owner.query(`select series, last from number_series where series like 'task/%'`)).rows;
    const before = await numbers();
    expect(await code(does(builder, parent, 'divide', request.given))).toBe('matter.not-found');
    expect(await code(does(handler, parent, 'divide', { text: '修', lead: roads, mechanism: 'statement' }))).toBe(
      'matter.child-of-no-such-kind',
    );
    expect(await code(does(handler, parent, 'divide', { lead: roads }))).toBe('matter.given-malformed');
    expect(await code(does(handler, parent, 'divide', { text: '修', lead: uuidv7(now) }))).toBe('matter.no-such-unit');
    // Of what was refused nothing is left, no number either.
    expect(await numbers()).toEqual(before);
  });
});

test('no circle of parents can be made, by acts or behind them; and all of it is found again from the acts', async () => {
  const parent = await taken();
  const child = await divided(parent, { mechanism: 'appeal' });
  const { number } = (await seen(office, parent)).row;
  expect(await code(does(office, child, 'join', { into: number }))).toBe('matter.host-is-kin');
  await expect(owner.query('update matter set parent = $1 where id = $2', [child, parent])).rejects.toMatchObject({
    code: '23001',
  });
  expect(await verify()).toMatchObject({ fault: null });
  await owner.query('alter table matter disable trigger matter_keeps_parent');
  await expect(owner.query('update matter set parent = id where id = $1', [parent])).rejects.toMatchObject({
    code: '23514',
  });
  await owner.query('update matter set parent = null where id = $1', [child]);
  expect((await verify()).fault).toMatchObject({
    code: 'matter.verify-projection-differs',
    params: { table: 'matter' },
  });
});
