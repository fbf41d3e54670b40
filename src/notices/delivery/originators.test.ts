import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, does, type Staff } from '../../../test/support/staff.ts';
import {
  addEnterpriseContact,
  addEnterprises,
  openOriginator,
  originatorRoutes,
  publishScheme,
} from '../../directory/index.ts';
import { uuidv7, type Uuid } from '../../kernel/index.ts';
import type { AppealView } from '../../counter/contract.ts';
import { appealRoutes, counterSessionRoutes } from '../../counter/index.ts';
import { publishMechanism, registerByHand } from '../../matters/index.ts';
import { DeliveryFault, openPoster, readAllowed } from '../../platform/channels/index.ts';
import { migrateJobs } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { DeliveryPage } from '../contract.ts';
import { deliveryRoutes, noticeJobs, type Outward } from '../index.ts';
import { tellOfActs } from '../telling/tell.acts.ts';
import { deliver } from './deliver.acts.ts';

const { pool, owner, url } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const MONDAY = new Date('2026-03-16T01:30:00Z'); // 9:30 in the city
const PHONE = '13812345678';
const MAIL = 'office@lianjin.example';
const CODE = '914403001922038216';

type Sent = { id: string; to: string; text: string };
const sent: Sent[] = [];
let refused: DeliveryFault | null = null;
const take = async ({ id, to, text }: Sent): Promise<void> => {
  if (refused) throw refused;
  sent.push({ id, to, text });
};
const outward: Outward = {
  mail: null,
  post: openPoster(readAllowed('')!),
  forbids: async () => null,
  originators: { mail: { send: take }, sms: { send: take }, hours: [[540, 1080]] },
  hours: [[540, 1080]],
  page: 'https://huiyin.city.example',
};
const work = noticeJobs(outward);
let clock = MONDAY;
let staff: Staff;
let unit: Uuid;
let web: TestHttp;

beforeAll(async () => {
  await migrateJobs(url);
  const units = await aCity(pool, city, ['莲城市水务局', '莲城市园林局'], MONDAY);
  unit = units[0]!;
  staff = await aStaff(pool, units, MONDAY);
  const source = readFileSync(join(import.meta.dirname, '../../../mechanisms/appeal.yaml'), 'utf8');
  const category = { code: '01', parent: null, zh: '用水', en: 'Water', retired: false };
  const scheme = { id: uuidv7(MONDAY), key: 'appeals', name: { zh: '诉求分类', en: 'Appeals' }, seen: 0 };
  await transact(pool, system, async (tx) => {
    await publishScheme(tx, system, { ...scheme, categories: [category] }, MONDAY);
    await publishMechanism(tx, system, { source }, MONDAY);
  });
  const routes = [
    appealRoutes,
    counterSessionRoutes({ send: async () => undefined }, () => undefined),
    originatorRoutes,
    deliveryRoutes(work.delivering),
  ];
  web = await testHttp(pool, Object.values(staff), { routes, now: () => clock });
});
beforeEach(async () => {
  sent.length = 0;
  refused = null;
  clock = new Date(MONDAY.getTime() + 60_000);
  await owner.query('delete from delivery');
});

const pass = (minutes: number): void => void (clock = new Date(clock.getTime() + minutes * 60_000));
/** Tells of what was done, and sends what waits. */
async function send(): Promise<void> {
  pass(1);
  await transact(pool, system, (tx) => tellOfActs(tx, city, { ...outward, ...work }, clock));
  const { rows } = await owner.query<{ id: Uuid }>(`select id from delivery where state = 'waiting' order by id`);
  for (const { id } of rows) await deliver(pool, city, id, outward, clock);
}
const act = async (
  who: keyof Staff,
  matter: Uuid,
  kind: Parameters<typeof does>[3],
  given: Record<string, unknown> = {},
) => {
  pass(1);
  await does(pool, staff[who], matter, kind, given, clock);
};
/** An appeal raised at the counter by somebody who left a contact, and accepted by the unit. */
async function accepted(by: object = { contact: PHONE }, headers: Record<string, string> = {}): Promise<Raised> {
  const originator = uuidv7(clock);
  const body = {
    id: uuidv7(clock),
    mechanism: 'appeal',
    text: '厂区一到下午就没有水',
    confidential: true,
    by: { id: originator, pass: 'ACDEFGHJK7', ...by },
  };
  const raised = await web.http.inject({ method: 'POST', url: '/api/counter/appeals', payload: body, headers });
  expect(raised.statusCode, raised.body).toBe(201);
  const { id, number } = raised.json<{ id: Uuid; number: string }>();
  await act('office', id, 'classify', { category: '01' });
  await act('office', id, 'assign', { lead: unit, co: [] });
  await act('desk', id, 'accept');
  return { id, number, originator };
}
type Raised = { id: Uuid; number: string; originator: Uuid };
const log = async () => {
  const page = await web.ask(staff.administrator, { method: 'GET', url: '/api/notices/deliveries' });
  expect(page.statusCode, page.body).toBe(200);
  return page.json<DeliveryPage>().rows;
};
const states = async (): Promise<string[]> => (await log()).map(({ state }) => state);
const tokenIn = (text: string): string => /\/appeal\/l\/([\w-]+)/u.exec(text)![1]!;

describe('whoever raised a matter is told', () => {
  test('of what is done where their matter was joined to another: as their own, by its number and with a way to it', async () => {
    const host = await accepted();
    const own = await accepted({ contact: MAIL });
    await act('office', own.id, 'join', { into: host.number });
    await send();
    expect(sent.splice(0)).toMatchObject([{ to: MAIL, text: expect.stringContaining(`${own.number}与反映同一问题`) }]);
    await act('desk', host.id, 'inquire', { text: '哪一栋？' });
    await send();
    expect(
      sent
        .splice(0)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([PHONE, MAIL].toSorted());
    await act('office', host.id, 'reply', { text: '三号楼' });
    await act('desk', host.id, 'promise', { text: '明天通水', due: '2026-03-17' });
    await send();
    expect(sent.map(({ to }) => to).toSorted()).toEqual([PHONE, MAIL].toSorted());
    const [toOwn, toHost] = [MAIL, PHONE].map((to) => sent.find((one) => one.to === to)!.text);
    expect([toHost!.includes(host.number), toOwn!.includes(own.number)]).toEqual([true, true]);
    expect(toOwn).not.toContain(host.number);
    const opened = await web.http.inject({
      method: 'POST',
      url: '/api/counter/session',
      payload: { link: tokenIn(toOwn!) },
    });
    expect(opened.json()).toMatchObject({ matter: own.id });
    sent.length = 0;
    await act('desk', host.id, 'promise', { text: '后天通水', due: '2026-03-18' });
    await act('office', own.id, 'part', { reason: '不是同一件事' });
    await send();
    const told = (to: string) => sent.filter((one) => one.to === to).map(({ text }) => text);
    expect(told(PHONE)).toMatchObject([expect.stringContaining('作出承诺')]);
    expect(told(MAIL), 'parted, the other is no matter of theirs').toMatchObject([expect.stringContaining('不再合并')]);
  });

  test('of a question, a promise, the answer, and that it is done again: once each, by number alone, in one line', async () => {
    const { id, number } = await accepted();
    await send();
    expect(sent, 'what the units do among themselves').toEqual([]);
    const said: string[] = [];
    const told = async (): Promise<string> => {
      await send();
      await send();
      expect(sent).toHaveLength(1);
      const [one] = sent.splice(0);
      expect(one).toMatchObject({ to: PHONE });
      expect(one!.text).toContain(number);
      said.push(one!.text);
      return one!.text;
    };
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    expect(await told()).toContain('水务局请补充');
    await act('office', id, 'reply', { text: '三点' });
    await act('desk', id, 'promise', { text: '周五修好', due: '2026-03-20' });
    expect(await told()).toContain('作出承诺');
    await act('desk', id, 'propose', { result: '已修好' });
    await act('head', id, 'answer', { result: '已修好' });
    expect(await told()).toContain('请查看并评价');
    await act('office', id, 'return', { reason: '又停了' });
    expect(await told()).toContain('重新办理');
    await act('desk', id, 'note', { text: '等配件' });
    await send();
    expect(sent).toEqual([]);
    for (const text of said) expect(text).not.toMatch(/没有水|几点|周五|已修好|又停了/u);
  });

  test('and the link in it leads to that matter and no other, without signing in', async () => {
    const { id } = await accepted();
    const foreign = await accepted();
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    await send();
    const link = tokenIn(sent[0]!.text);
    const signedIn = await web.http.inject({ method: 'POST', url: '/api/counter/session', payload: { link } });
    expect(signedIn.json()).toMatchObject({ matter: id });
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join(';');
    const read = (matter: Uuid) => web.http.inject({ url: `/api/counter/appeals/${matter}`, headers: { cookie } });
    expect((await read(id)).json()).toMatchObject({ may: expect.arrayContaining(['reply']) });
    expect((await read(foreign.id)).statusCode).toBe(404);
  });

  test('by mail where they left an address, in the language in which they used the counter', async () => {
    const { id } = await accepted({ contact: MAIL }, { 'accept-language': 'en-GB' });
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    await send();
    expect(sent).toMatchObject([{ to: MAIL, text: expect.stringMatching(/asks you for more .* See https:/u) }]);
  });

  test('not where they left nothing, nor where nothing can be sent', async () => {
    for (const by of [{}, { contact: '0374-2621234' }]) {
      const { id } = await accepted(by);
      await act('desk', id, 'inquire', { text: '几点开始停水？' });
    }
    await send();
    expect(await log()).toEqual([]);
  });

  test('at each contact of an enterprise for which the office registered it; not by an unproven claim', async () => {
    const enterprise = uuidv7(clock);
    const [id, claimed] = [uuidv7(clock), uuidv7(clock)];
    await transact(pool, system, async (tx) => {
      await addEnterprises(tx, system, [{ id: enterprise, code: CODE, name: '莲城市莲锦电力设备有限公司' }], clock);
      for (const contact of [PHONE, MAIL])
        await addEnterpriseContact(tx, system, { id: uuidv7(clock), enterprise, contact }, clock);
      await openOriginator(tx, system, { id: claimed, kind: 'enterprise', enterprise, claims: CODE }, clock);
    });
    const { rows } = await owner.query<{ id: Uuid }>('select id from originator where enterprise = $1 and proven', [
      enterprise,
    ]);
    for (const [matter, originator] of [
      [id, rows[0]!.id],
      [uuidv7(clock), claimed],
    ] as const) {
      const given = { text: '变压器容量不足', originator, channel: 'visit' };
      await transact(pool, staff.office, (tx) =>
        registerByHand(tx, staff.office, { id: matter, mechanism: 'appeal', given }, clock),
      );
      await act('office', matter, 'inquire', { text: '需要多大容量？' });
    }
    await send();
    expect(sent.map(({ to }) => to).toSorted()).toEqual([PHONE, MAIL].toSorted());
    expect(sent[0]!.text).toContain('督查室请补充');
    expect(new Set(sent.map(({ text }) => tokenIn(text))).size, 'a link each').toBe(2);
  });

  test('by whom: of what a leader of the city answers, by that and no name, there and on their page', async () => {
    const { id, number } = await accepted();
    await act('office', id, 'raise', { seat: staff.mayor.seat, reason: '涉及多个部门' });
    await act('mayor', id, 'answer', { result: '已协调恢复供水' });
    await send();
    expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining(`市领导已答复${number}`)]);
    expect(sent[0]!.text).not.toContain(staff.mayor.name);
    const link = tokenIn(sent[0]!.text);
    const signedIn = await web.http.inject({ method: 'POST', url: '/api/counter/session', payload: { link } });
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join(';');
    const page = await web.http.inject({ url: `/api/counter/appeals/${id}`, headers: { cookie } });
    expect(page.statusCode, page.body).toBe(200);
    const { said } = page.json<AppealView>();
    expect(said.map(({ kind, unit: by, mayor }) => [kind, by, mayor])).toEqual([
      ['register', null, false],
      ['answer', null, true],
    ]);
    expect(JSON.stringify(said)).not.toContain(staff.mayor.name);
  });

  test('in working hours; not of what is no longer so by then', async () => {
    const [waits, over] = [await accepted(), await accepted()];
    clock = new Date('2026-03-16T12:00:00Z'); // 20:00
    await act('desk', waits.id, 'inquire', { text: '几点开始停水？' });
    await act('desk', over.id, 'inquire', { text: '哪一栋？' });
    await send();
    expect(sent).toEqual([]);
    await act('office', over.id, 'reply', { text: '三栋' });
    clock = new Date('2026-03-17T01:00:00Z');
    await send();
    expect(sent.map(({ text }) => text)).toMatchObject([expect.stringContaining(waits.number)]);
    expect((await states()).toSorted()).toEqual(['dropped', 'sent']);
  });
});

describe('the log of what was sent', () => {
  test('tells to whom by a masked contact, and nothing of it once that was erased', async () => {
    const { id, originator } = await accepted();
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    await send();
    expect(await log()).toMatchObject([
      { who: null, channel: 'sms', target: '138****5678', state: 'sent', matters: 1 },
    ]);
    await act('desk', id, 'promise', { text: '周五修好', due: '2026-03-20' });
    await transact(pool, system, (tx) => tellOfActs(tx, city, { ...outward, ...work }, clock));
    const erased = await web.ask(staff.administrator, {
      method: 'POST',
      url: `/api/originators/${originator}/acts`,
      payload: { id: uuidv7(clock), kind: 'erase-originator', given: { purpose: '本人要求' } },
    });
    expect(erased.statusCode, erased.body).toBe(200);
    await send();
    expect(sent, 'what waited goes nowhere').toHaveLength(1);
    expect(await states()).toEqual(['dropped', 'sent']);
    const { rows } = await owner.query<{ row: string }>('select delivery::text as row from delivery');
    expect(JSON.stringify([await log(), rows])).not.toMatch(/5678/u);
  });

  test('a gateway that is busy is tried again; one that says never is left to the administrator', async () => {
    const { id } = await accepted();
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    refused = new DeliveryFault('HTTP 503', false);
    await send();
    expect(await log()).toMatchObject([{ state: 'waiting', tries: 1, said: 'HTTP 503' }]);
    refused = new DeliveryFault('HTTP 403', true);
    await send();
    const [failed] = await log();
    expect(failed).toMatchObject({ state: 'failed', tries: 2 });
    refused = null;
    const again = { method: 'POST', url: `/api/notices/deliveries/${failed!.id}/again` } as const;
    expect((await web.ask(staff.administrator, again)).statusCode).toBe(204);
    await send();
    expect(sent).toMatchObject([{ id: failed!.id, to: PHONE }]);
  });

  test('two workers with one message: it is sent once', async () => {
    const { id } = await accepted();
    await act('desk', id, 'inquire', { text: '几点开始停水？' });
    await transact(pool, system, (tx) => tellOfActs(tx, city, { ...outward, ...work }, clock));
    const { rows } = await owner.query<{ id: Uuid }>('select id from delivery');
    await Promise.all([1, 2, 3].map(() => deliver(pool, city, rows[0]!.id, outward, clock)));
    expect(sent).toHaveLength(1);
  });
});
