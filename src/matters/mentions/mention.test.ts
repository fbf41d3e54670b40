import { beforeAll, describe, expect, test } from 'vitest';
import { aCaller } from '../../../test/support/callers.ts';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, does, seatThem, type Staff } from '../../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { MatterView } from '../contract.ts';
import { matterRoutes, mentionRoutes } from '../index.ts';
import type { Colleagues } from './mention.contract.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
let units: Uuid[];
let staff: Staff;
let roads: Caller;
let web: TestHttp;
let open: Uuid;
let secret: Uuid;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局', '莲城市交通运输局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  roads = aCaller({ role: 'handler', unit: units[2]!, name: '周一鸣' });
  await seatThem(pool, [roads], MONDAY);
  web = await testHttp(pool, [...Object.values(staff), roads], {
    routes: [matterRoutes, mentionRoutes],
    now: () => MONDAY,
  });
  open = await assignOne(pool, staff.office, units[0]!, MONDAY);
  secret = await assignOne(pool, staff.office, units[0]!, MONDAY, { confidential: true });
});

async function found(who: Caller, matter: Uuid, q: string): Promise<string[]> {
  const url = `/api/matters/${matter}/colleagues?q=${encodeURIComponent(q)}`;
  return (await web.ask(who, { method: 'GET', url })).json<Colleagues>().rows.map(({ name }) => name);
}

describe('whom one may mention', () => {
  test.each([
    ['part of a name', '一', ['周一鸣', '林一帆']],
    ['a name’s initials', 'zym', ['周一鸣']],
    ['one letter of them', 'z', ['周文博', '周一鸣', '郑维新', '顾明章']],
    ['a unit', '水务', ['林一帆', '郑维新']],
    ['a unit’s initials', 'swj', ['林一帆', '郑维新']],
    ['nothing of the kind', '不存在', []],
  ])('is found by %s', async (_, q, names) => {
    expect((await found(staff.office, open, q)).toSorted()).toEqual(names.toSorted());
  });

  test('without a letter those who take part come first, oneself never', async () => {
    const names = await found(staff.desk, open, '');
    expect(names[0]).toBe('郑维新');
    expect(names).not.toContain('林一帆');
    expect(names).toContain('周一鸣');
  });

  test('of a confidential matter only those who may read it, and nobody for whoever may not', async () => {
    expect((await found(staff.desk, secret, '')).toSorted()).toEqual(['郑维新', '顾明章', '沈知远'].toSorted());
    const answer = await web.ask(roads, { method: 'GET', url: `/api/matters/${secret}/colleagues` });
    expect(answer.statusCode).toBe(404);
  });

  test.each([
    ['an open matter is read by the whole city, and nobody is kept out', () => open, '周', 'city', []],
    ['who may not read a confidential one is named when looked for', () => secret, '周一', 'units', ['周一鸣']],
    ['by initials too', () => secret, 'zym', 'units', ['周一鸣']],
    ['without a letter nobody in particular was looked for', () => secret, '', 'units', []],
    ['who is not there at all is not there', () => secret, '不存在', 'units', []],
  ])('%s', async (_, matter, q, readers, barred) => {
    const url = `/api/matters/${matter()}/colleagues?q=${encodeURIComponent(q)}`;
    const answer = (await web.ask(staff.desk, { method: 'GET', url })).json<Colleagues>();
    expect(answer.readers).toBe(readers);
    expect(answer.barred.map(({ name }) => name)).toEqual(barred);
  });
});

describe('a mention', () => {
  const note = (matter: Uuid, mentions: unknown) =>
    does(pool, staff.desk, matter, 'note', { text: '请看', mentions }, MONDAY);

  test('stands in the story by the name that they had', async () => {
    await note(open, [roads.seat]);
    const view = (await web.ask(staff.head, { method: 'GET', url: `/api/matters/${open}` })).json<MatterView>();
    expect(view.story.at(-1)).toMatchObject({
      kind: 'note',
      mentions: [{ seat: roads.seat, name: '周一鸣', unit: units[2] }],
    });
  });

  test('of one who may not read the matter is refused, by name and with what to do', async () => {
    const answer = await web.ask(staff.desk, {
      method: 'POST',
      url: `/api/matters/${secret}/acts`,
      payload: { id: uuidv7(MONDAY), kind: 'note', given: { text: '请看', mentions: [staff.head.seat, roads.seat] } },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'matter.mention-may-not-read', params: { people: ['周一鸣'] } });
    expect(answer.body).toContain('看不到这一事项');
    const { rowCount } = await owner.query(`select from act where stream = $1 and kind = 'note'`, [secret]);
    expect(rowCount).toBe(0);
  });

  test('of a seat that nobody holds is refused', async () => {
    await expect(note(open, [uuidv7(MONDAY)])).rejects.toThrow(/matter.mention-gone/u);
  });

  test.each([
    ['what is no id', ['周一鸣'], 'given-malformed'],
    ['what is no list', '周一鸣', 'given-malformed'],
  ])('that is %s is refused as any malformed field', async (_, mentions, code) => {
    await expect(note(open, mentions)).rejects.toThrow(new RegExp(code, 'u'));
  });

  test('belongs to words that people write to each other, not to every act', async () => {
    const given = { reason: '不属本局', mentions: [roads.seat] };
    await expect(does(pool, staff.desk, open, 'refuse', given, MONDAY)).rejects.toThrow(/given-malformed/u);
  });
});
