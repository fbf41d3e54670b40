import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { addUnits, directorySubjects } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { ActKind } from '../../mechanism/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { agenda } from '../agenda/agenda.ts';
import { act, matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../index.ts';
import { viewMatter } from '../matter.view.ts';
import { beginDue } from './recur.acts.ts';

const { pool, owner } = await testDatabase();
const NOW = new Date('2026-03-02T01:00:00Z');
const system = { city: 1, system: true } as const;
const [parks, roads]: [Uuid, Uuid] = [uuidv7(NOW), uuidv7(NOW)];
const office = aCaller({ role: 'supervisor', unit: null });
const gardener = aCaller({ role: 'handler', unit: parks });
const builder = aCaller({ role: 'handler', unit: roads });
/** Five past six in the morning of a day of March 2026. */
const morning = (date: number): Date => new Date(Date.UTC(2026, 2, date - 1, 22, 5));
let now = NOW;
let park: Uuid;

const does = (who: typeof office, matter: Uuid, kind: ActKind, given: Record<string, unknown> = {}) => {
  now = new Date(now.getTime() + 60_000);
  return act(pool, who, matter, { id: uuidv7(now), kind, given }, now);
};
const seen = (id: Uuid, at = now, who = office) => transact(pool, who, (tx) => viewMatter(tx, who, id, at));
const begun = async (): Promise<string[]> =>
  (await seen(park, morning(30))).below.rows.map(({ row }) => `${row.number} ${row.due}`);

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../mechanisms', name), 'utf8');
  // Tended from its assignment on, so that the test need not build a park first; watered each Tuesday.
  const project = file('project.yaml')
    .replaceAll('during: [verified]', 'during: [assigned, working]')
    .replace('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU')
    .replace('FREQ=MONTHLY;BYMONTHDAY=5;COUNT=24', 'FREQ=MONTHLY;BYMONTHDAY=5;BYMONTH=9')
    .replace('FREQ=MONTHLY;BYDAY=2MO;COUNT=24', 'FREQ=MONTHLY;BYDAY=2MO;BYMONTH=9')
    .replace('BYMONTH=3,6,9,12;BYMONTHDAY=10', 'BYMONTH=6,9,12;BYMONTHDAY=10');
  await transact(pool, system, async (tx) => {
    const unit = (id: Uuid, name: string) => ({ id, name, kind: 'department' as const });
    await addUnits(tx, system, [unit(parks, '市园林中心'), unit(roads, '市交通局')], NOW);
    for (const source of [file('defect.yaml'), file('upkeep.yaml'), project])
      await publishMechanism(tx, system, { source }, NOW);
  });
  park = uuidv7(NOW);
  const request = { id: park, mechanism: 'project', given: { text: '莲花公园提升' } };
  await transact(pool, office, (tx) => registerByHand(tx, office, request, NOW));
  await does(office, park, 'assign', { lead: parks, co: [], due: '2026-09-30' });
});

describe('what recurs below a matter', () => {
  test('begins of itself on its day, for the unit that leads, with its own time; before that the page says when', async () => {
    const before = (await seen(park)).recurring.find(({ what }) => what === 'watering');
    expect(before).toMatchObject({ next: ['2026-03-03', '2026-03-10', '2026-03-17'], last: null, begun: 0 });
    expect(await beginDue(pool, 1, morning(2))).toBe(0);
    expect(await beginDue(pool, 1, morning(3))).toBe(1);
    const view = await seen(park, morning(3));
    expect(view.below.rows).toMatchObject([
      { row: { number: '养护〔2026〕0001', text: '浇水施肥：莲花公园提升', lead: parks, due: '2026-03-06' } },
    ]);
    expect(view.recurring.find(({ what }) => what === 'watering')).toMatchObject({
      next: ['2026-03-10', '2026-03-17', '2026-03-24'],
      last: '2026-03-03',
      begun: 1,
      missed: 0,
    });
    // The program did it, and nobody's name stands there.
    expect(view.story.at(-1)).toMatchObject({ kind: 'divide', seat: null });
  });

  test('begins once, though two workers look at once and again in the afternoon', async () => {
    const both = await Promise.all([beginDue(pool, 1, morning(10)), beginDue(pool, 1, morning(10))]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await beginDue(pool, 1, new Date(morning(10).getTime() + 8 * 3_600_000))).toBe(0);
    expect(await begun()).toEqual(['养护〔2026〕0001 2026-03-06', '养护〔2026〕0002 2026-03-13']);
  });

  test('is not made up for in a heap when no machine ran: the last begins, and the others are noted as missed', async () => {
    expect(await beginDue(pool, 1, morning(26))).toBe(1);
    expect(await begun()).toHaveLength(3);
    const view = await seen(park, morning(26));
    expect(view.recurring.find(({ what }) => what === 'watering')).toMatchObject({
      last: '2026-03-24',
      begun: 3,
      missed: 1,
      lately: ['2026-03-17'],
      next: ['2026-03-31', '2026-04-07', '2026-04-14'],
      waits: false,
    });
  });

  test('stands in the calendar on the days to come, for whoever leads it and for the overseers', async () => {
    const days = async (who: typeof office) =>
      (
        await transact(pool, who, (tx) => agenda(tx, who, { from: '2026-03-30', until: '2026-04-12' }, morning(26)))
      ).days.flatMap(({ day, begins }) => begins.map(({ number, name }) => `${day} ${name.zh} ${number}`));
    const expected = ['2026-03-31 浇水施肥 项目〔2026〕001', '2026-04-07 浇水施肥 项目〔2026〕001'];
    expect(await days(office)).toEqual(expected);
    expect(await days(gardener)).toEqual(expected);
    expect(await days(builder)).toEqual([]);
  });

  test('is done like any matter: accepted, answered with a photograph, and struck off by that', async () => {
    const [child] = (await seen(park)).below.rows;
    const id = child!.row.id;
    now = morning(27);
    await does(gardener, id, 'accept');
    await expect(does(gardener, id, 'answer', { result: '已浇透水' })).rejects.toMatchObject({
      problem: { code: 'matter.give-evidence' },
    });
    expect((await seen(id)).acts.find(({ kind }) => kind === 'answer')?.follows.to).toBe('closed');
  });

  test('stops with the matter: what is paused begins nothing, and nothing was missed meanwhile', async () => {
    now = morning(30);
    await does(gardener, park, 'accept');
    await does(office, park, 'pause', { reason: '封园施工' });
    expect(await beginDue(pool, 1, morning(32))).toBe(0);
    now = morning(41);
    await does(office, park, 'resume');
    const { recurring } = await seen(park);
    expect(recurring.find(({ what }) => what === 'watering')).toMatchObject({
      next: ['2026-04-14', '2026-04-21', '2026-04-28'],
      missed: 1,
    });
    expect(await beginDue(pool, 1, morning(41))).toBe(0);
  });

  test('and all of it is found again from the acts; what is due is found by an index', async () => {
    const found = await transact(pool, system, (tx) =>
      verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]),
    );
    expect(found).toMatchObject({ fault: null });
    await owner.query(`set enable_seqscan = off`);
    const plan = await owner.query<{ 'QUERY PLAN': string }>(
      `explain select id from matter where city = 1 and recurs_on <= '2026-03-03' and (recurs_on, id) > ('1970-01-01', $1)
        order by recurs_on, id limit 200`,
      ['00000000-0000-0000-0000-000000000000'],
    );
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('matter_recurs_on');
    await owner.query(`update matter set recurs_on = '2026-01-01' where id = $1`, [park]);
    const bent = await transact(pool, system, (tx) =>
      verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...directorySubjects]),
    );
    expect(bent.fault).toMatchObject({ code: 'matter.verify-projection-differs', params: { table: 'matter' } });
  });
});
