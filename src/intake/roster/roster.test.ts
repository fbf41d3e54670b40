import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { directorySubjects, findUnits, listPeople } from '../../directory/index.ts';
import { uuidv7 } from '../../kernel/index.ts';
import { readStream, verifyLedger } from '../../ledger/index.ts';
import { foundCity } from '../../platform/identity/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { aCaller } from '../../../test/support/callers.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp } from '../../../test/support/http.ts';
import { textRow, workbookOf } from '../../../test/support/workbook.ts';
import { lackingSeats } from './lacking.rules.ts';
import { rosterRoutes } from './roster.routes.ts';
import type { RosterPlan, RosterRead } from './roster.contract.ts';

const { pool } = await testDatabase();
const now = new Date('2026-03-16T01:00:00Z');
const CITY = 411000;
const system = { city: CITY, system: true } as const;
const administrator = aCaller({ city: CITY, role: 'administrator', unit: null, name: '姚思敏' });
const handler = aCaller({ city: CITY });
await transact(pool, system, (tx) => foundCity(tx, CITY, '许昌市', 'Xuchang'));
const web = await testHttp(pool, [administrator, handler], { routes: [rosterRoutes], now: () => now });

const upload = (bytes: Buffer, who = administrator) =>
  web.ask(who, {
    method: 'POST',
    url: '/api/roster/read',
    headers: { 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
const ask = (url: string, payload: object, who = administrator) => web.ask(who, { method: 'POST', url, payload });
const preview = async (roster: object) => (await ask('/api/roster/preview', roster)).json<RosterPlan>();
const unit = (name: string, more: object = {}) => ({ id: uuidv7(now), n: 0, name, ...more });
const person = (name: string, unitName: string, role: string, more: object = {}) => ({
  id: uuidv7(now),
  seat: uuidv7(now),
  n: 0,
  name,
  unit: unitName,
  role,
  ...more,
});
const everybody = () =>
  transact(pool, system, (tx) => listPeople(tx, CITY, { after: '', q: '', without: null, limit: 1000 }));

const BOOK = workbookOf(
  textRow(1, '许昌市市直单位名册') +
    textRow(2, '单位名称', '简称', '类别', '上级单位', '备注') +
    textRow(3, '许昌市人民政府', '市政府', '政府') +
    textRow(4, '许昌市教育局', '市教育局', '', '市政府', '搬家中'),
);

describe('a table of units and people', () => {
  test('is read below its title, with what nobody has a place for told', async () => {
    const read = (await upload(BOOK)).json<RosterRead>();
    expect(read.units.map(({ n, name, parent }) => [n, name, parent])).toEqual([
      [3, '许昌市人民政府', ''],
      [4, '许昌市教育局', '市政府'],
    ]);
    expect(read.unused).toEqual(['备注']);
  });

  test('is read as CSV in GB18030 as well, people by their heads', async () => {
    const csv = iconv.encode('姓名,登录名,单位,角色,职务\n林一帆,,市教育局,经办人,科员\n', 'gb18030');
    const read = (await upload(csv)).json<RosterRead>();
    expect(read.people).toMatchObject([{ n: 2, name: '林一帆', unit: '市教育局', role: '经办人', title: '科员' }]);
    expect(read.units).toEqual([]);
  });

  test('that has both in one is read as both, each unit once, so that its people find theirs', async () => {
    const csv =
      '单位,简称,上级单位,类别,姓名,岗位,登录名,职务\n' +
      '许昌市试验局,市试验局,,部门,林一帆,经办人,shiyan,科员\n' +
      '许昌市试验局,,,,郑维新,单位负责人,shiyan-head,局长\n' +
      '许昌市试验站,,市试验局,其他,,,,\n';
    const read = (await upload(Buffer.from(csv))).json<RosterRead>();
    expect(read.units).toMatchObject([
      { n: 2, name: '许昌市试验局', shortName: '市试验局', kind: '部门', parent: '' },
      { n: 4, name: '许昌市试验站', kind: '其他', parent: '市试验局' },
    ]);
    expect(read.people.map(({ n, name, unit: of }) => [n, name, of])).toEqual([
      [2, '林一帆', '许昌市试验局'],
      [3, '郑维新', '许昌市试验局'],
    ]);
    expect(read.unused).toEqual([]);
    const plan = await preview({ units: read.units, people: read.people });
    expect([plan.faults, plan.units.map(({ state }) => state), plan.people.map(({ state }) => state)]).toEqual([
      0,
      ['new', 'new'],
      ['new', 'new'],
    ]);
  });

  test('says of units where they are and how they are called; of people nobody asks that, though a list of them has it', async () => {
    const heads = '单位名称,办公地址,联系电话,经度（度）,纬度';
    const csv = `${heads}\n许昌市信访局,莲城大道 1 号,0374-2960000,113.826,34.035\n`;
    const read = (await upload(Buffer.from(csv))).json<RosterRead>();
    expect([read.unused, read.units]).toMatchObject([
      [],
      [{ address: '莲城大道 1 号', phone: '0374-2960000', longitude: '113.826', latitude: '34.035' }],
    ]);
    const people = (
      await upload(Buffer.from('姓名,单位,角色,地址,电话\n林一帆,市教育局,经办人,某小区,13800000000\n'))
    ).json();
    expect([people.units, people.people.length, people.unused]).toEqual([[], 1, ['地址', '电话']]);
    const both =
      '姓名,单位,角色,职务,简称,类别,单位地址,电话\n林一帆,许昌市试验局,经办人,科员,市试验局,部门,学院路 2 号,13800000000\n';
    const mixed = (await upload(Buffer.from(both))).json();
    expect([mixed.units[0], mixed.unused]).toMatchObject([{ address: '学院路 2 号', phone: '' }, ['电话']]);
    const whose = (await upload(Buffer.from('单位名称,负责人,联系电话\n许昌市试验局,林一帆,13800000000\n'))).json();
    expect([whose.units[0].phone, whose.unused]).toEqual(['', ['负责人', '联系电话']]);
  });

  test('of people alone stays one, though it has a kind of its own', async () => {
    const read = (
      await upload(Buffer.from('姓名,登录名,单位,角色,类别\n林一帆,,市教育局,经办人,公务员\n'))
    ).json<RosterRead>();
    expect([read.units, read.unused]).toEqual([[], ['类别']]);
  });

  test('that is neither is refused with what would be one', async () => {
    const answer = await upload(Buffer.from('甲,乙\n1,2\n'));
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'roster.no-table']);
  });

  test.each(['xlsx', 'csv'])('comes as a template in %s whose heads are known', async (format) => {
    for (const list of ['units', 'people']) {
      const url = `/api/roster/template?format=${format}&of=${list}`;
      const { rawPayload } = await web.ask(administrator, { method: 'GET', url });
      // Empty, it has nobody in it; filled in, it is read.
      expect((await upload(rawPayload)).json().code).toBe('roster.no-table');
    }
  });
});

describe('bringing units and people in', () => {
  test('says line by line what it would do, does it all at once, and is known when it is sent again', async () => {
    const roster = {
      units: [unit('许昌市人民政府', { kind: '政府' }), unit('许昌市民政局', { parent: '许昌市人民政府' })],
      people: [
        person('沈知远', '', '督查室', { login: 'DuCha' }),
        person('林一帆', '民政局', '经办人'),
        person('单一帆', '许昌市民政局', '负责人', { title: '局长' }),
        person('单一帆', '许昌市民政局', '经办人', { login: 'shanyifan' }),
      ],
    };
    const plan = await preview(roster);
    expect(plan).toMatchObject({ adds: { units: 2, accounts: 4, seats: 4 }, there: 0, faults: 0 });
    expect(plan.units[1]).toMatchObject({ kind: 'department', parent: '许昌市人民政府', state: 'new' });
    expect(plan.units[1]!.issues[0]!.detail).toContain('按名称作为“部门”');
    expect(plan.people.map(({ login, role }) => [login, role])).toEqual([
      ['ducha', 'supervisor'],
      ['linyifan', 'handler'],
      // What somebody wrote by hand is theirs, wherever it stands.
      ['shanyifan2', 'head'],
      ['shanyifan', 'handler'],
    ]);
    expect((await everybody()).map(({ login }) => login)).not.toContain('ducha');

    const done = await ask('/api/roster', roster);
    expect(done.json()).toEqual({ units: 2, accounts: 4, seats: 4 });
    expect((await ask('/api/roster', roster)).json()).toEqual(done.json());
    const people = await everybody();
    expect(people.filter(({ name }) => name === '单一帆')).toHaveLength(2);
    expect(people.find(({ login }) => login === 'linyifan')).toMatchObject({ hasPassword: false, mustChange: true });
    const units = await transact(pool, system, (tx) => findUnits(tx, CITY));
    expect(units.get(roster.units[1]!.id)).toMatchObject({ parent: roster.units[0]!.id, kind: 'department' });
    expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, directorySubjects))).toMatchObject({
      fault: null,
    });

    const again = await preview({
      units: roster.units.map((line) => ({ ...line, id: uuidv7(now) })),
      people: [person('林一帆', '许昌市民政局', '经办人'), person('林一帆', '', '市领导', { login: 'linyifan' })],
    });
    expect(again).toMatchObject({ adds: { units: 0, accounts: 0, seats: 1 }, there: 3, faults: 0 });
    await ask('/api/roster', { people: [person('林一帆', '', '市领导', { login: 'linyifan' })] });
  });

  test.each([
    ['a telephone that is none', { units: [unit('市体育局', { phone: '找小王' })] }, '“找小王”不是电话号码'],
    ['an address without end', { units: [unit('市体育局', { address: '路'.repeat(201) })] }, '超过 200 个字'],
    [
      'a longitude in the latitude’s place',
      { units: [unit('市体育局', { longitude: '34.03', latitude: '113.82' })] },
      '写反了',
    ],
    ['minutes and seconds', { units: [unit('市体育局', { longitude: '113°49′', latitude: '34' })] }, '要先换算'],
    ['half of a point', { units: [unit('市体育局', { longitude: '113.82' })] }, '有经度，没有纬度'],
    ['the other half', { units: [unit('市体育局', { latitude: '34.03' })] }, '有纬度，没有经度'],
    ['a unit twice', { units: [unit('市体育局'), unit('市体育局')] }, '前面已经有一行'],
    ['a unit above that is nowhere', { units: [unit('市体育局', { parent: '市文教委' })] }, '没有名为“市文教委”'],
    [
      'units that stand below each other',
      { units: [unit('甲局', { parent: '乙局' }), unit('乙局', { parent: '甲局' })] },
      '绕成了一圈',
    ],
    ['a kind that is none', { units: [unit('市体育局', { kind: '二级' })] }, '不认识“二级”'],
    ['a person without a role', { people: [person('周文博', '', '')] }, '没有写角色'],
    ['a title in the place of a role', { people: [person('周文博', '', '副科长')] }, '不认识“副科长”'],
    ['a handler of nothing', { people: [person('周文博', '', '经办人')] }, '必须属于一个单位'],
    [
      'a unit that is only like one',
      { people: [person('周文博', '市民政管理局', '经办人')] },
      '相近的有：许昌市民政局',
    ],
    ['a unit that nobody knows', { people: [person('周文博', '天文台', '经办人')] }, '也没有相近的'],
    ['somebody else’s login', { people: [person('周文博', '', '市领导', { login: 'ducha' })] }, '是 沈知远 的'],
    ['a login that is none', { people: [person('周文博', '', '市领导', { login: '9' })] }, '不符合要求'],
    [
      'the same seat twice',
      { people: [person('周文博', '', '市领导', { login: 'zwb' }), person('周文博', '', '市领导', { login: 'zwb' })] },
      '前面已经有一行',
    ],
  ])('%s is a fault that says what would be right, and keeps all of it out', async (_, roster, said) => {
    const plan = await preview(roster);
    expect(plan.faults).toBeGreaterThan(0);
    const details = [...plan.units, ...plan.people].flatMap(({ issues }) => issues.map(({ detail }) => detail));
    expect(details.join()).toContain(said);
    const before = (await everybody()).length;
    expect((await ask('/api/roster', roster)).json().code).toBe('roster.faults');
    expect(await everybody()).toHaveLength(before);
  });

  test('lines whose names are still to be typed say that alone, and are no namesakes', async () => {
    const plan = await preview({ people: [person('', '', '督查室'), person('', '', '市领导')] });
    expect(plan.people.map(({ issues }) => issues.map(({ field }) => field))).toEqual([['name'], ['name']]);
  });

  test('a login that another city on this server has is told before, not found out', async () => {
    await transact(pool, { city: 410100, system: true }, (tx) => foundCity(tx, 410100, '郑州市', 'Zhengzhou'));
    const other = aCaller({ city: 410100, role: 'administrator', unit: null });
    const elsewhere = await testHttp(pool, [other], { routes: [rosterRoutes], now: () => now });
    const payload = { people: [person('陈建平', '', '市领导')] };
    await elsewhere.ask(other, { method: 'POST', url: '/api/roster', payload });
    const plan = await preview({
      people: [person('陈建平', '', '市领导'), person('陈平', '', '市领导', { login: 'chenjianping' })],
    });
    expect(plan.people[0]).toMatchObject({ login: 'chenjianping2', state: 'new' });
    expect(plan.people[1]!.issues[0]!.detail).toContain('另一个城市');
  });

  test('is the administrator’s alone', async () => {
    for (const url of ['/api/roster', '/api/roster/preview'])
      expect((await ask(url, { units: [unit('市体育局')] }, handler)).statusCode).toBe(403);
  });

  test('what is lacking is offered as lines: a handler and a head for each unit but the government', async () => {
    const url = '/api/roster/lacking';
    // 沈知远 and 林一帆, a leader by now, sit in the seats above the units.
    expect((await ask(url, { above: true })).json()).toEqual({ people: [] });
    await ask('/api/roster', { units: [unit('许昌市水利局', { shortName: '市水利局' })] });
    const after = (await ask(url, {})).json();
    expect(after.people).toMatchObject([
      { name: '市水利局经办人', unit: '许昌市水利局', role: '经办人' },
      { name: '市水利局负责人', unit: '许昌市水利局', role: '单位负责人' },
    ]);
    expect(await preview(after)).toMatchObject({ adds: { accounts: 2, seats: 2 }, faults: 0 });
    expect((await ask(url, {}, handler)).statusCode).toBe(403);
  });

  test('the table as it stands is filled up: its own units too, no post that a line has, and nothing the second time', async () => {
    const table = {
      units: [unit('许昌市园林局', { shortName: '市园林局' })],
      people: [
        person('苏晓棠', '市园林局', '经办人'),
        person('', '市水利局', '经办人'),
        person('韩立新', '市水利局', '单位负责人'),
      ],
    };
    const lacking = async (roster: typeof table) =>
      (await ask('/api/roster/lacking', roster)).json<typeof table>().people;
    const more = await lacking(table);
    expect(more).toMatchObject([{ name: '市园林局负责人', unit: '许昌市园林局', role: '单位负责人' }]);
    expect(await lacking({ ...table, people: [...table.people, ...more] })).toEqual([]);
  });

  test('asked for also what is above the units, a city without gets a line with a name for each: nothing keeps it from being written', () => {
    const words = { role: (role: string) => `岗位：${role}`, handler: String, head: String };
    expect(lackingSeats([], [], words, { above: true }).map(({ name, role }) => [name, role])).toEqual([
      ['岗位：supervisor', '岗位：supervisor'],
      ['岗位：mayor', '岗位：mayor'],
    ]);
    expect(lackingSeats([], [], words, { above: false })).toEqual([]);
  });
});

describe('where a unit of the table is found', () => {
  test('is an act of its own, once; of one who is there the register’s word stands, and that is told', async () => {
    const place = { address: '莲城大道 1 号', phone: '0374-2960000', longitude: '113.826°', latitude: '34.035' };
    const located = {
      address: '莲城大道 1 号',
      phone: '0374-2960000',
      point: { longitude: 113.826, latitude: 34.035 },
    };
    const [whole, called, bare] = [
      unit('许昌市信访局', place),
      unit('许昌市档案局', { phone: '12345' }),
      unit('许昌市史志室'),
    ];
    const roster = { units: [whole, called, bare] };
    const plan = await preview(roster);
    expect([plan.faults, plan.units.map((one) => one.located)]).toEqual([
      0,
      [located, { address: null, phone: '12345', point: null }, null],
    ]);
    for (let n = 0; n < 2; n++) expect((await ask('/api/roster', roster)).json()).toMatchObject({ units: 3 });
    const acts = await transact(pool, system, (tx) => readStream(tx, CITY, whole.id, { limit: 10 }));
    expect(acts.map(({ kind }) => kind)).toEqual(['add-unit', 'locate-unit']);
    const known = await transact(pool, system, (tx) => findUnits(tx, CITY));
    expect(known.get(whole.id)!.located).toEqual(located);
    expect(known.get(bare.id)).not.toHaveProperty('located');
    expect(await transact(pool, system, (tx) => verifyLedger(tx, CITY, directorySubjects))).toMatchObject({
      fault: null,
    });

    const told = async (more: object) => (await preview({ units: [unit('许昌市信访局', more)] })).units[0]!;
    expect(await told(place)).toMatchObject({ state: 'there', issues: [] });
    const moved = await told({ ...place, address: '学院路 2 号' });
    expect([moved.state, moved.issues.map(({ level, detail }) => [level, detail])]).toEqual([
      'there',
      [['doubt', expect.stringContaining('没有写入')]],
    ]);
    const mobile = (await preview({ units: [unit('许昌市地震局', { phone: '13812345678' })] })).units[0]!;
    expect([mobile.state, mobile.issues.find(({ field }) => field === 'phone')]).toMatchObject([
      'new',
      { level: 'doubt', detail: expect.stringContaining('公开') },
    ]);
  });
});
