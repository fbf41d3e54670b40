import { beforeAll, expect, test } from 'vitest';
import { anAppealCity, type AppealCity } from '../../../test/support/appeals.ts';
import { anOriginator } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { act, findMatters, matterSubject, mechanismSubject, registerByHand, viewMatter } from '../../matters/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact } from '../../platform/postgres/index.ts';
import { countFigures } from './count.ts';

// What was judged of an answer counts on, under the unit that gave it, after the matter of whoever judged it was parted from the one answered.

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
const at = (text: string): Date => new Date(`2023-${text.replace(' ', 'T')}:00+08:00`);
const [firm, baker] = [anOriginator('金穗食品'), anOriginator('莲城面包房')];
let now = at('03-01 09:00');
let city: AppealCity;

beforeAll(async () => {
  city = await anAppealCity(pool, owner, 1, 1, now);
});

const does = (who: Caller, matter: Uuid, kind: ActKind, given: Record<string, unknown>, when: string) => {
  now = at(when);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
async function raised(who: Caller, when: string): Promise<Uuid> {
  now = at(when);
  const id = uuidv7(now);
  const given = { text: '门前断路', unnamed: true };
  await transact(pool, who, (tx) => registerByHand(tx, who, { id, mechanism: 'appeal', given }, now));
  return id;
}
const figures = async (unit?: Uuid) => {
  const query = { mechanism: 'appeal', from: '2023-03-01', to: '2023-03-31', ...(unit ? { unit } : {}) };
  const { whole } = await transact(pool, city.office, (tx) => countFigures(tx, city.office, query, at('06-30 12:00')));
  const told = whole.map(({ key, part, of }) => [key, of === null ? `${part}` : `${part} / ${of}`]);
  const {
    accepted,
    solved,
    satisfied,
    silent,
    response,
    'five-star': stars,
    'median-days': days,
  } = Object.fromEntries(told);
  return { accepted, response, solved, satisfied, stars, silent, days };
};

test('a judgement that was given while it was joined counts before and after it is parted, and the ledger holds', async () => {
  const [host, other] = [await raised(firm, '03-06 09:00'), await raised(baker, '03-06 09:10')];
  await does(city.office, host, 'classify', { category: '0701' }, '03-06 10:00');
  await does(city.office, host, 'assign', { lead: city.units[0]!, co: [] }, '03-06 10:10');
  await does(city.handlers[0]!, host, 'accept', {}, '03-06 11:00');
  const into = (await transact(pool, system, (tx) => findMatters(tx, 1, [host]))).get(host)!.number;
  await does(city.office, other, 'join', { into }, '03-07 09:00');
  await does(city.heads[0]!, host, 'answer', { result: '便道已修通' }, '03-09 09:00');
  await does(baker, host, 'evaluate', { stars: 2, solved: false, satisfied: false }, '03-10 09:00');
  const before = { accepted: '1', response: '1 / 1', solved: '0 / 1', satisfied: '0 / 1', stars: '0 / 1', silent: '0' };
  expect(await figures()).toMatchObject({ ...before, days: '3' });
  await does(city.office, other, 'part', { reason: '不是同一条路' }, '04-20 09:00');
  // Two matters were answered: one judged, of one nobody has said anything.
  const after = { accepted: '2', response: '2 / 2', solved: '0 / 1', satisfied: '0 / 1', stars: '0 / 2', silent: '1' };
  expect(await figures()).toMatchObject({ ...after, days: '2' });
  expect(await figures(city.units[0])).toMatchObject(after);
  // Who judged it asked not to be known: no effect of either story tells of them.
  for (const [who, id] of [
    [city.office, other],
    [city.heads[0]!, host],
  ] as const) {
    const { story } = await transact(pool, who, (tx) => viewMatter(tx, who, id, now));
    expect(['part', 'release']).toContain(story.at(-1)?.kind);
    expect(JSON.stringify(story.map(({ effects }) => effects))).not.toContain(baker.seat);
  }
  // What the office reads of it at the one that was parted.
  const { story } = await transact(pool, city.office, (tx) => viewMatter(tx, city.office, other, now));
  expect(story.at(-1)?.changes).toEqual([
    { of: 'judged', unit: city.units[0], day: '2023-03-09', stars: 2, solved: false, satisfied: false },
  ]);
  const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
  expect(await transact(pool, system, (tx) => verifyLedger(tx, 1, subjects))).toMatchObject({ fault: null });
});
