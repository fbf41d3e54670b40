import { beforeAll, expect, test } from 'vitest';
import { anAppealCity, type AppealCity } from '../../test/support/appeals.ts';
import { anOriginator } from '../../test/support/callers.ts';
import { testDatabase } from '../../test/support/database.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import { act, registerByHand, viewMatter } from '../matters/index.ts';
import type { ActKind } from '../mechanism/index.ts';
import type { Caller } from '../platform/identity/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { viewFor } from './appeal.view.ts';
import { counterOf } from './city.acts.ts';
import { raisedBy } from './raised.acts.ts';

const { pool, owner } = await testDatabase();
const START = new Date('2026-03-16T01:30:00Z');
let now = START;
let city: AppealCity;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, START);
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: object = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given: { ...given } }, now);
};
const standing = async (firm: Caller, id: Uuid) => {
  const { stage, phase } = await viewFor(pool, firm, id, 'zh', now);
  return [stage.zh, phase];
};

async function listedAndAnswered(firm: Caller): Promise<Uuid> {
  const { office, units, handlers, heads } = city;
  const id = uuidv7(now);
  const given = { text: '执照换发等了一个月' };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, { id, mechanism: 'appeal', given }, now));
  await does(office, id, 'classify', { category: '0701' });
  await does(office, id, 'assign', { lead: units[0], co: [] });
  await does(handlers[0]!, id, 'accept');
  await does(office, id, 'list', { title: '一件证照久拖未办', until: '2026-03-20' });
  await does(heads[0]!, id, 'answer', { result: '已发证' });
  return id;
}

test('who has judged an answer well is not told that it waits for their judgement, while the public list keeps it', async () => {
  const firm = anOriginator();
  const id = await listedAndAnswered(firm);
  expect(await standing(firm, id)).toEqual(['已答复待评价', 'answered']);
  await does(firm, id, 'evaluate', { stars: 5, solved: true, satisfied: true });
  expect(await standing(firm, id)).toEqual(['已评价，核实摘牌后办结', 'answered']);
  await does(city.office, id, 'delist', { result: '已发证' });
  await does(city.office, id, 'close', { note: '核实无误' });
  expect(await standing(firm, id)).toEqual(['已办结', 'closed']);
});

test('who was not content reads that it is disputed, listed or not', async () => {
  const firm = anOriginator();
  const id = await listedAndAnswered(firm);
  await does(firm, id, 'evaluate', { stars: 2, solved: false, satisfied: false });
  expect(await standing(firm, id)).toEqual(['未解决或不满意', 'answered']);
});

test('whoever raised it reads in words for them what the office calls 退回待改派 and 争议待裁定, on the way there too', async () => {
  const { office, units, handlers } = city;
  const firm = anOriginator();
  const id = uuidv7(now);
  const given = { text: '门前的路灯坏了两个月' };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, { id, mechanism: 'appeal', given }, now));
  await does(office, id, 'classify', { category: '0701' });
  const reads = async () => {
    const [{ stage, way }, { rows }] = [
      await viewFor(pool, firm, id, 'zh', now),
      await raisedBy(pool, firm, null, null),
    ];
    return [stage.zh, way.at(-1)!.stage.zh, rows.find((row) => row.id === id)!.stage.zh];
  };
  for (const told of ['正在重新确定承办单位', '正在研究确定承办单位']) {
    await does(office, id, 'assign', { lead: units[0], co: [] });
    await does(handlers[0]!, id, 'refuse', { reason: '不属于本单位' });
    expect(await reads()).toEqual([told, told, told]);
  }
  const desk = await transact(pool, office, (tx) => viewMatter(tx, office, id, now));
  expect(desk.stages.find(({ key }) => key === desk.row.stage)!.zh).toBe('争议待裁定');
});

test('what is promised to anybody are the times that they wait for, not those that the office owes itself', async () => {
  const { mechanisms } = await counterOf(pool, 1, now);
  expect(mechanisms.find(({ key }) => key === 'appeal')?.promises.map(({ name }) => name.zh)).toEqual([
    '转办时限',
    '签收时限',
    '答复时限',
    '评价期',
    '回访时限',
    '不满意处理时限',
  ]);
});
