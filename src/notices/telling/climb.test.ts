import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anOriginator } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import { directorySubjects, publishScheme } from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { matterSubject, mechanismSubject, publishMechanism, registerByHand } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { ToDeliver } from './gather.acts.ts';
import { climbLadders, tellOfClocks } from './ladder.jobs.ts';
import { tellOfActs } from './tell.acts.ts';

const { pool, owner } = await testDatabase();
const system = { city: 1, system: true } as const;
/** Half past nine in the city, or another time of a day in March 2026. */
const at = (day: string, time = '09:30'): Date => new Date(`2026-${day}T${time}:00+08:00`);
const BEGIN = at('03-02', '08:00');
const HOURS = [
  [540, 720],
  [840, 1080],
] as const;
const firm = anOriginator();
let staff: Staff;
let units: Uuid[];

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], BEGIN);
  staff = await aStaff(pool, units, BEGIN);
  const category = { code: '0701', parent: null, zh: '证照办理', en: 'Licences', retired: false };
  const scheme = {
    id: uuidv7(BEGIN),
    key: 'appeals',
    name: { zh: '诉求分类', en: 'Appeals' },
    categories: [category],
    seen: 0,
  };
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, scheme, BEGIN);
    await publishMechanism(tx, system, { source: source.replace(/\nladder:[^]*$/u, LADDER) }, BEGIN);
    const allDay = source
      .replace('key: appeal', 'key: all-day')
      .replace('{ zh: 企业诉求, en: Enterprise appeal }', '{ zh: 全天诉求, en: All-day appeal }')
      .replace(/number: .*/u, 'number: 全天〔{year}〕{n:05}')
      .replace(/(\nclocks:[^]*?\n {2}answer:[^]*?)(\n {4}pausable)/u, '$1\n    wholeDay: true$2');
    await publishMechanism(tx, system, { source: allDay.replace(/\nladder:[^]*$/u, '\n') }, BEGIN);
  });
});

const LADDER = `
ladder:
  answer:
    - { at: 1 workday before, slip: blue, tell: [owner] }
    - { at: 1 workday after, slip: yellow, remind: true, tell: [owner] }
    - { at: 3 workdays after, slip: orange, list: 5 workdays, tell: [owner, superior, office] }
    - { at: 6 workdays after, slip: red, raise: mayor, tell: [superior, office] }
`;

/** An appeal of Monday 2 March, accepted by the first unit: to be answered by Monday the 16th. */
async function accepted(text = '执照换发等了一个月', mechanism = 'appeal'): Promise<Uuid> {
  const id = uuidv7(BEGIN);
  const raised = { id, mechanism, given: { text, channel: 'web' } };
  await transact(pool, firm, (tx) => registerByHand(tx, firm, raised, at('03-02', '09:00')));
  await doing(staff.office, id, 'classify', at('03-02', '09:10'), { category: '0701' });
  await doing(staff.office, id, 'assign', at('03-02', '09:20'), { lead: units[0], co: [] });
  await doing(staff.desk, id, 'accept', at('03-02', '10:00'));
  return id;
}
const doing = (
  who: Caller,
  matter: Uuid,
  kind: Parameters<typeof does>[3],
  when: Date,
  given: Record<string, unknown> = {},
) => does(pool, who, matter, kind, given, when);
const sweep = (when: Date) => climbLadders(pool, 1, HOURS, when);
/** What the ladder did to a matter, a line each. */
async function climbed(matter: Uuid): Promise<string[]> {
  const { rows } = await owner.query<{ kind: string; body: string }>(
    'select kind, body from act where city = 1 and stream = $1 and seat is null order by seq',
    [matter],
  );
  return rows.map(({ kind, body }) => {
    const { given } = (JSON.parse(body) as { payload: { given: Record<string, string> } }).payload;
    return [kind, given['color'], given['until'], given['title']].filter(Boolean).join(' ');
  });
}
/** Who was told what and why, of what the ladder did. */
async function told(matter: Uuid): Promise<string[]> {
  const { rows } = await owner.query<{ seat: Uuid; kind: string; why: string }>(
    `select seat, kind, why from notice where matter = $1 and subject like 'rung%' order by at, why, id`,
    [matter],
  );
  const name = new Map(Object.entries(staff).map(([key, { seat }]) => [seat, key]));
  return rows.map(({ seat, kind, why }) => `${name.get(seat)}: ${kind} (${why})`);
}
/** The people of these tests came without acts. */
const register = directorySubjects.filter(({ opens }) => opens !== 'open-person');
const verified = () =>
  transact(pool, system, (tx) => verifyLedger(tx, 1, [matterSubject, mechanismSubject, ...register]));

test('a matter goes up rung by rung, each once, and the ledger holds', async () => {
  const matter = await accepted();
  await sweep(at('03-12'));
  expect(await climbed(matter)).toEqual([]);
  await sweep(at('03-13'));
  await sweep(at('03-13', '09:40'));
  expect(await climbed(matter)).toEqual(['slip blue']);
  expect(await told(matter)).toEqual(['desk: slipped (owner)']);
  await sweep(at('03-17'));
  expect(await climbed(matter)).toEqual(['slip blue', 'slip yellow', 'remind']);
  expect((await told(matter)).slice(1)).toEqual(['desk: slipped (owner)']);
  await sweep(at('03-19'));
  expect((await climbed(matter)).slice(3)).toEqual(['slip orange', 'list 2026-03-26 企业诉求：证照办理']);
  expect((await told(matter)).slice(2)).toEqual([
    'office: listed (office)',
    'desk: listed (owner)',
    'head: listed (superior)',
  ]);
  await sweep(at('03-24'));
  await sweep(at('03-25'));
  expect((await climbed(matter)).slice(5)).toEqual(['slip red', 'raise']);
  expect((await told(matter)).slice(5)).toEqual([
    'office: raised (office)',
    'mayor: raised (raised)',
    'head: raised (superior)',
  ]);
  expect((await verified()).fault).toBeNull();
});

test('a slip that the office gave and nobody has answered is not given a second time, and the rest of the rung is done', async () => {
  const matter = await accepted();
  await doing(staff.office, matter, 'slip', at('03-16', '10:00'), { color: 'yellow' });
  await sweep(at('03-17'));
  expect(await climbed(matter)).toEqual(['remind']);
  expect(await told(matter)).toEqual(['desk: reminded (owner)']);
  await sweep(at('03-19'));
  expect((await climbed(matter)).slice(1)).toEqual(['slip orange', 'list 2026-03-26 企业诉求：证照办理']);
  expect((await verified()).fault).toBeNull();
});

test('what the ladder did is told by its rungs and by nobody a second time', async () => {
  const matter = await accepted();
  await sweep(at('03-17'));
  const delivering = defineJob<ToDeliver>('test.deliver', async () => undefined);
  await transact(pool, system, (tx) => tellOfActs(tx, 1, { hours: HOURS, delivering }, at('03-17')));
  await transact(pool, system, (tx) => tellOfClocks(tx, 1, HOURS, at('03-17')));
  const { rows } = await owner.query(
    `select from notice where matter = $1 and kind in ('slipped', 'reminded', 'overdue', 'due-soon')`,
    [matter],
  );
  expect(rows).toHaveLength(1);
});

test('a clock whose last day counts to midnight is told of on the same days as any other', async () => {
  const matter = await accepted('灯不亮', 'all-day');
  const heard = async (when: Date): Promise<string[]> => {
    await transact(pool, system, (tx) => tellOfClocks(tx, 1, HOURS, when));
    const { rows } = await owner.query<{ kind: string; seat: Uuid }>(
      `select kind, seat from notice where matter = $1 and kind in ('due-soon', 'overdue') order by at, kind`,
      [matter],
    );
    return rows.flatMap(({ kind, seat }) => (seat === staff.desk.seat ? kind : []));
  };
  expect(await heard(at('03-12'))).toEqual([]);
  expect(await heard(at('03-13'))).toEqual(['due-soon']);
  expect(await heard(at('03-16', '17:59'))).toEqual(['due-soon']);
  expect(await heard(at('03-17'))).toEqual(['due-soon', 'overdue']);
});

test('two workers at once climb a rung once', async () => {
  const matter = await accepted();
  await Promise.all([sweep(at('03-17')), sweep(at('03-17')), sweep(at('03-17'))]);
  expect(await climbed(matter)).toEqual(['slip yellow', 'remind']);
  expect(await told(matter)).toEqual(['desk: slipped (owner)']);
});

test('a worker that stood still for a fortnight does the worst, and not all of it in a burst', async () => {
  const matter = await accepted();
  await sweep(at('03-27'));
  expect(await climbed(matter)).toEqual(['slip red', 'raise']);
});

test.each([
  ['in the evening', at('03-17', '19:00')],
  ['at noon', at('03-17', '12:30')],
  ['on a Saturday', at('03-21')],
])('nothing is done outside working hours: %s', async (_, when) => {
  const matter = await accepted();
  expect(await sweep(when)).toBe(0);
  expect(await climbed(matter)).toEqual([]);
});

test('another day begins another climb', async () => {
  const matter = await accepted();
  await sweep(at('03-13'));
  await doing(staff.desk, matter, 'extend', at('03-13', '10:00'), { until: '2026-03-20', reason: '等省里回函' });
  await doing(staff.office, matter, 'grant', at('03-13', '11:00'), { unit: units[0] });
  await sweep(at('03-17'));
  expect(await climbed(matter)).toEqual(['slip blue']);
  await sweep(at('03-19'));
  expect(await climbed(matter)).toEqual(['slip blue', 'slip blue']);
});

test('what cannot be climbed is told of, noted and keeps no other waiting', async () => {
  const [broken, sound] = [await accepted(), await accepted('门前断路')];
  await owner.query(`update matter set state = 'none' where id = $1`, [broken]);
  await expect(sweep(at('03-13'))).rejects.toThrow(/1 of/u);
  expect(await climbed(sound)).toEqual(['slip blue']);
  await owner.query(`update matter set phase = 'closed' where id = $1`, [broken]);
});

describe('nothing is escalated that is', () => {
  const late = at('03-24');
  const answer = async (matter: Uuid): Promise<void> => {
    await doing(staff.desk, matter, 'propose', at('03-04'), { result: '已发证' });
    await doing(staff.head, matter, 'answer', at('03-04', '10:00'), { result: '已发证' });
  };
  test.each<[string, (matter: Uuid) => Promise<unknown>]>([
    ['answered', answer],
    [
      'closed',
      async (matter) => {
        await answer(matter);
        await doing(staff.office, matter, 'close', at('03-12'), { note: '已办结' });
      },
    ],
    ['paused', (matter) => doing(staff.office, matter, 'pause', at('03-04'), { reason: '待省里批复' })],
    ['held for a reply', (matter) => doing(staff.desk, matter, 'inquire', at('03-04'), { text: '旧证号是多少？' })],
    [
      'joined to another',
      async (matter) => {
        const host = await accepted('换证太慢');
        const { rows } = await owner.query<{ number: string }>('select number from matter where id = $1', [host]);
        await doing(staff.office, matter, 'join', at('03-05'), { into: rows[0]!.number });
      },
    ],
    [
      'excluded',
      async (matter) => {
        await answer(matter);
        const bad = { stars: 1, solved: false, satisfied: false, text: '不满意' };
        await doing(firm, matter, 'evaluate', at('03-05'), bad);
        const heard = { reached: true, solved: false, satisfied: false, text: '仍不满意' };
        await doing(staff.office, matter, 'callback', at('03-05', '10:00'), heard);
        await doing(staff.office, matter, 'exclude', at('03-05', '11:00'), {
          reason: '所述不在本市',
          told: '评价不计入统计',
        });
        await doing(staff.mayor, matter, 'review', at('03-06'), { agreed: true });
      },
    ],
  ])('%s', async (_, happens) => {
    const [matter, control] = [await accepted(), await accepted()];
    await happens(matter);
    await sweep(late);
    expect(await climbed(matter)).toEqual([]);
    expect(await told(matter)).toEqual([]);
    expect(await climbed(control)).toEqual(['slip red', 'raise']);
  });

  test('refused: its time is the office’s, which is told, and the unit that refused gets no slip', async () => {
    const id = uuidv7(BEGIN);
    const raised = { id, mechanism: 'appeal', given: { text: '电价算错', channel: 'web' } };
    await transact(pool, firm, (tx) => registerByHand(tx, firm, raised, at('03-02', '09:00')));
    await doing(staff.office, id, 'classify', at('03-02', '09:10'), { category: '0701' });
    await doing(staff.office, id, 'assign', at('03-02', '09:20'), { lead: units[0], co: [] });
    await doing(staff.desk, id, 'refuse', at('03-02', '10:00'), { reason: '不归我局' });
    await sweep(at('03-19'));
    expect(await climbed(id)).toEqual([]);
    expect(await told(id)).toEqual(['office: overdue (refused)']);
  });
});
