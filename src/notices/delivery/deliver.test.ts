import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { mailServer } from '../../../test/support/mail-server.ts';
import { receiver } from '../../../test/support/receiver.ts';
import { aStaff, assignOne, does, type Staff } from '../../../test/support/staff.ts';
import type { Uuid } from '../../kernel/index.ts';
import { openMailer, openPoster, readAllowed, whyForbidden } from '../../platform/channels/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { migrateJobs, startWorker, type Worker } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { DeliveryPage, DeliveryRow, NoticeSettings } from '../contract.ts';
import { deliver } from './deliver.acts.ts';
import { gather } from '../telling/gather.acts.ts';
import { deliveryRoutes, noticeJobs, noticeRoutes, settingsRoutes, type Outward } from '../index.ts';
import { tellOfActs } from '../telling/tell.acts.ts';

const { pool, owner, url } = await testDatabase();
const mails = await mailServer();
const robot = await receiver();
const MONDAY = new Date('2026-03-16T01:30:00Z');
let clock = MONDAY;
const outward: Outward = {
  mail: openMailer(mails.url, '回音 <huiyin@city.example>'),
  post: openPoster(readAllowed('127.0.0.1')!),
  forbids: (address) => whyForbidden(address, readAllowed('127.0.0.1')!),
  hours: [
    [540, 720],
    [840, 1080],
  ],
  originators: { mail: null, sms: null, hours: null },
  page: 'https://huiyin.city.example',
};
const work = noticeJobs(outward);
let staff: Staff;
let units: Uuid[];
let web: TestHttp;
let worker: Worker;
const faults: string[] = [];

beforeAll(async () => {
  await migrateJobs(url);
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  const routes = [noticeRoutes, settingsRoutes(outward), deliveryRoutes(work.delivering)];
  web = await testHttp(pool, Object.values(staff), { routes, now: () => clock });
  const onFault = (job: string) => void faults.push(job);
  worker = await startWorker({
    ownerUrl: url,
    owner,
    pool,
    now: () => clock,
    jobs: work.jobs,
    schedules: work.schedules,
    onFault,
  });
});
afterAll(async () => {
  await worker.stop();
  outward.mail?.close();
});
beforeEach(() => {
  clock = new Date(Math.max(clock.getTime(), MONDAY.getTime()));
  mails.arrived.length = 0;
  robot.received.length = 0;
});

const pass = (minutes: number): void => void (clock = new Date(clock.getTime() + minutes * 60_000));
const at = (text: string): void => void (clock = new Date(`${text.replace(' ', 'T')}:00+08:00`));
const ask = async (who: Caller, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object) =>
  web.ask(who, { method, url: `/api/notices${path}`, ...(payload ? { payload } : {}) });
/** The queue rests within a second, on a machine with other things to do within many. */
const PATIENCE_MS = 15_000;
vi.setConfig({ testTimeout: 60_000 });
/** What was done is told of: the worker may have taken some of it, and is waited for. */
async function tell(): Promise<void> {
  await transact(pool, { city: 1, system: true }, (tx) => tellOfActs(tx, 1, { ...outward, ...work }, clock));
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from outbox');
    if (rows[0]!.n === 0) return;
  }
  throw new Error('what was done is not told of');
}
/** What the minute's job does; the queue is then hurried past its pauses until it has nothing left to do. */
async function send(): Promise<void> {
  await tell();
  await gather(pool, 1, outward.hours, work.delivering, clock);
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'notices.deliver' and run_at < now() + interval '1 day'`,
    );
    if (rows[0]!.n === 0) return;
    await owner.query(
      `update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at < now() + interval '1 day'`,
    );
    await owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
    await sleep(50);
  }
  const { rows } = await owner.query(
    'select attempts, run_at, locked_at, last_error from graphile_worker._private_jobs',
  );
  throw new Error(`the queue does not come to rest: ${JSON.stringify(rows)}`);
}
async function withMail(who: Caller, address: string): Promise<void> {
  const given = await ask(who, 'PUT', '/settings/mail', { address });
  expect(given.statusCode, given.body).toBe(204);
  const code = /\d{6}/.exec(mails.arrived.at(-1)!.subject)![0];
  expect((await ask(who, 'POST', '/settings/mail/confirmation', { code })).statusCode).toBe(204);
  mails.arrived.length = 0;
}
const log = async (): Promise<DeliveryRow[]> =>
  (await ask(staff.administrator, 'GET', '/deliveries')).json<DeliveryPage>().rows;

describe('by mail', () => {
  test('an address is used once its owner has sent the code back; wrong codes run out', async () => {
    await ask(staff.desk, 'PUT', '/settings/mail', { address: 'lin@city.example' });
    const code = /\d{6}/.exec(mails.arrived[0]!.subject)![0];
    const wrong = code === '000000' ? '000001' : '000000';
    await assignOne(pool, staff.office, units[0]!, clock, {});
    pass(10);
    await send();
    expect(mails.arrived).toHaveLength(1);
    for (let n = 0; n < 5; n++)
      expect((await ask(staff.desk, 'POST', '/settings/mail/confirmation', { code: wrong })).json().code).toBe(
        'notice.code-wrong',
      );
    expect((await ask(staff.desk, 'POST', '/settings/mail/confirmation', { code })).json().code).toBe(
      'notice.code-over',
    );
    pass(5);
    await withMail(staff.desk, 'lin@city.example');
    expect((await ask(staff.desk, 'GET', '/settings')).json<NoticeSettings>().mail).toMatchObject({ confirmed: true });
  });

  test('five assignments of one meeting are one mail, with a link each; told once', async () => {
    for (const n of [1, 2, 3, 4, 5]) await assignOne(pool, staff.office, units[0]!, clock, { text: `第${n}项工作` });
    await tell();
    await send();
    expect(mails.arrived).toEqual([]); // still waiting for company
    pass(6);
    await send();
    await send();
    expect(mails.arrived).toHaveLength(1);
    const [mail] = mails.arrived;
    expect(mail).toMatchObject({ to: 'lin@city.example', subject: '回音：有 5 件事需要知悉' });
    expect(mail!.text.match(/https:\/\/huiyin\.city\.example\/matters\//g)).toHaveLength(5);
  });

  test('nothing is sent in the evening or at the weekend; on Monday morning one digest, the worst first', async () => {
    at('2026-03-20 18:30');
    const late = await assignOne(pool, staff.office, units[0]!, clock, { text: '后交办的事' });
    const matter = await assignOne(pool, staff.office, units[0]!, clock, { text: '被批示的事' });
    await does(pool, staff.mayor, matter, 'instruct', { text: '周一办完' }, clock);
    pass(10);
    await send();
    at('2026-03-21 10:00');
    await send();
    expect(mails.arrived).toEqual([]);
    at('2026-03-23 09:00');
    await send();
    expect(mails.arrived).toHaveLength(1);
    const { text } = mails.arrived[0]!;
    expect(text.indexOf('批示')).toBeLessThan(text.indexOf('新交办'));
    expect(text).toContain('周一办完');
    expect(text).toContain(late);
    // Three things told of two matters: the log counts as the message does.
    expect((await log())[0]).toMatchObject({ state: 'sent', matters: 2 });
  });

  test('what was read on the page, or is struck off by then, is not mailed; of nothing left no mail is sent', async () => {
    const read = await assignOne(pool, staff.office, units[0]!, clock, { text: '看过的事' });
    const taken = await assignOne(pool, staff.office, units[0]!, clock, { text: '拿走的事' });
    await tell();
    await ask(staff.desk, 'POST', '/read', { matter: read });
    pass(6);
    await gather(pool, 1, outward.hours, { ...work.delivering, name: 'test.held-back' }, clock);
    await does(pool, staff.office, taken, 'assign', { lead: units[1], co: [] }, clock);
    const { rows } = await owner.query<{ id: Uuid }>(`select id from delivery where state = 'waiting'`);
    for (const { id } of rows) await deliver(pool, 1, id, outward, clock);
    expect(rows).toHaveLength(1);
    expect(mails.arrived).toEqual([]);
    expect((await log())[0]).toMatchObject({ state: 'dropped', matters: 1 });
  });

  test('two workers with one message: it is sent once', async () => {
    await assignOne(pool, staff.office, units[0]!, clock, {});
    await tell();
    pass(6);
    await gather(pool, 1, outward.hours, { ...work.delivering, name: 'test.held-back' }, clock);
    const { rows } = await owner.query<{ id: Uuid }>(`select id from delivery where state = 'waiting'`);
    await Promise.all([1, 2, 3].map(() => deliver(pool, 1, rows[0]!.id, outward, clock)));
    expect(mails.arrived).toHaveLength(1);
  });

  test('a confidential matter goes out by its number alone', async () => {
    await assignOne(pool, staff.office, units[0]!, clock, { text: '不宜外传的事', confidential: true });
    pass(6);
    await tell();
    pass(6);
    await send();
    expect(mails.arrived[0]!.text).toContain('交办〔2026〕');
    expect(mails.arrived[0]!.text).not.toContain('不宜外传');
  });

  test('a busy mail server is tried again under the same number; one that says never is not', async () => {
    await assignOne(pool, staff.office, units[0]!, clock, {});
    await tell();
    pass(6);
    mails.refuseNext(451, 451);
    await send();
    expect(mails.arrived).toHaveLength(1);
    expect((await log())[0]).toMatchObject({ state: 'sent', tries: 3, who: '林一帆', target: 'l•••@city.example' });
    await assignOne(pool, staff.office, units[0]!, clock, {});
    await tell();
    pass(6);
    mails.refuseNext(550);
    await send();
    expect((await log())[0]).toMatchObject({ state: 'failed', tries: 1 });
    expect(mails.arrived).toHaveLength(1);
  });

  test('whoever wants a kind by mail no more, or on the page alone, gets none', async () => {
    const { choices } = (await ask(staff.desk, 'GET', '/settings')).json<NoticeSettings>();
    const chosen = choices.map((c) => (c.kind === 'assigned' ? { ...c, channels: ['page'] } : c));
    await ask(staff.desk, 'PUT', '/settings', { choices: chosen, digestAt: 960, promptly: true });
    await assignOne(pool, staff.office, units[0]!, clock, {});
    await tell();
    pass(6);
    await send();
    expect(mails.arrived).toEqual([]);
  });

  test('what can wait goes with the day’s digest at the hour chosen', async () => {
    at('2026-03-24 10:00');
    const matter = await assignOne(pool, staff.office, units[0]!, clock, { due: '2026-04-01' });
    await does(pool, staff.desk, matter, 'accept', {}, clock);
    await does(pool, staff.desk, matter, 'extend', { until: '2026-04-10', reason: '雨' }, clock);
    await does(pool, staff.office, matter, 'deny', { unit: units[0], reason: '汛期将至' }, clock);
    pass(30);
    await send();
    expect(mails.arrived).toEqual([]);
    at('2026-03-24 16:00');
    await send();
    expect(mails.arrived.map((mail) => mail.text.includes('汛期将至'))).toEqual([true]);
  });

  test('whoever has just confirmed their address may try it at once, and then not again at once', async () => {
    pass(2);
    await ask(staff.other, 'PUT', '/settings/mail', { address: 'other@city.example' });
    const code = /\d{6}/.exec(mails.arrived[0]!.subject)![0];
    clock = new Date(clock.getTime() + 3000);
    const again = () => ask(staff.other, 'POST', '/test', { channel: 'mail' });
    await ask(staff.other, 'POST', '/settings/mail/confirmation', { code });
    expect((await again()).statusCode).toBe(204);
    expect((await again()).statusCode).toBe(429);
    expect(mails.arrived.map(({ subject }) => subject)).toEqual([expect.stringContaining(code), '回音：测试消息']);
    await ask(staff.other, 'DELETE', '/settings/mail');
  });

  test('nobody is mailed a hundred codes', async () => {
    pass(2);
    await ask(staff.head, 'PUT', '/settings/mail', { address: 'a@city.example' });
    const again = await ask(staff.head, 'PUT', '/settings/mail', { address: 'b@city.example' });
    expect(again.statusCode).toBe(429);
    expect(mails.arrived).toHaveLength(1);
  });
});

describe('by webhook', () => {
  test('a receiver that fails at first gets the message in the end, once, signed each time', async () => {
    at('2026-03-25 10:00');
    const given = await ask(staff.other, 'PUT', '/settings/webhook', { form: 'plain', url: `${robot.url}/hook` });
    const { secret } = given.json<{ secret: string }>();
    await assignOne(pool, staff.office, units[1]!, clock, { text: '修剪行道树' });
    await tell();
    pass(6);
    robot.answerNext({ status: 503 }, { status: 429 });
    const before = faults.length;
    await send();
    expect(faults.length - before).toBe(2);
    expect(robot.received).toHaveLength(3);
    expect(new Set(robot.received.map((r) => r.headers['x-huiyin-delivery'])).size).toBe(1);
    for (const { headers, body } of robot.received) {
      const { createHmac } = await import('node:crypto');
      const signed = createHmac('sha256', secret)
        .update(`${String(headers['x-huiyin-timestamp'])}.${body}`)
        .digest('hex');
      expect(headers['x-huiyin-signature']).toBe(`sha256=${signed}`);
    }
    expect(JSON.parse(robot.received[2]!.body)).toMatchObject({
      lines: [{ text: expect.stringContaining('修剪行道树') }],
    });
    expect((await log())[0]).toMatchObject({ state: 'sent', tries: 3, channel: 'webhook' });
    await send();
    expect(robot.received).toHaveLength(3);
  });

  test('a failed message is sent again by an administrator, and by nobody else; a sent one is not', async () => {
    await assignOne(pool, staff.office, units[1]!, clock, {});
    await tell();
    pass(6);
    robot.answerNext({ status: 410 });
    await send();
    const [failed] = await log();
    expect(failed).toMatchObject({ state: 'failed', said: 'HTTP 410' });
    const again = (who: Caller) => ask(who, 'POST', `/deliveries/${failed!.id}/again`);
    expect((await again(staff.office)).statusCode).toBe(403);
    expect((await ask(staff.office, 'GET', '/deliveries')).statusCode).toBe(403);
    expect((await again(staff.administrator)).statusCode).toBe(204);
    await send();
    expect(robot.received).toHaveLength(2);
    expect((await log())[0]).toMatchObject({ state: 'sent' });
    expect((await again(staff.administrator)).statusCode).toBe(409);
  });

  test('a redirection is not followed', async () => {
    await assignOne(pool, staff.office, units[1]!, clock, {});
    await tell();
    pass(6);
    robot.answerNext({ status: 302, headers: { location: `${robot.url}/inner` } });
    await send();
    expect(robot.received.map((r) => r.path)).toEqual(['/hook']);
    expect((await log())[0]).toMatchObject({ state: 'failed', said: 'HTTP 302' });
  });

  test('a test is sent at once, at any hour, and says what the other side said', async () => {
    at('2026-03-25 22:00');
    expect((await ask(staff.other, 'POST', '/test', { channel: 'webhook' })).statusCode).toBe(204);
    expect(robot.received).toHaveLength(1);
    expect((await ask(staff.other, 'POST', '/test', { channel: 'webhook' })).statusCode).toBe(429);
    pass(1);
    robot.answerNext({ status: 404 });
    const refused = await ask(staff.other, 'POST', '/test', { channel: 'webhook' });
    expect(refused.json()).toMatchObject({ code: 'notice.not-delivered', params: { said: 'HTTP 404' } });
    const [failed, sent] = await log();
    expect(failed).toMatchObject({ channel: 'webhook', state: 'failed', said: 'HTTP 404', tries: 1, matters: 0 });
    expect(sent).toMatchObject({ channel: 'webhook', state: 'sent', matters: 0 });
    expect((await ask(staff.other, 'POST', '/test', { channel: 'mail' })).json().code).toBe('notice.nowhere-to-send');
  });

  test('a test that did not arrive is sent again from the log as the test that it was', async () => {
    // Sent again it goes by the queue, and so in working hours.
    at('2026-03-26 10:00');
    robot.answerNext({ status: 404 });
    expect((await ask(staff.other, 'POST', '/test', { channel: 'webhook' })).statusCode).toBe(422);
    const [failed] = await log();
    expect((await ask(staff.administrator, 'POST', `/deliveries/${failed!.id}/again`)).statusCode).toBe(204);
    await send();
    expect(robot.received).toHaveLength(2);
    expect(JSON.parse(robot.received[1]!.body)).toMatchObject({
      title: JSON.parse(robot.received[0]!.body).title as string,
    });
    expect((await log())[0]).toMatchObject({ state: 'sent', tries: 1, matters: 0 });
  });

  test.each([
    ['where clouds keep their keys', 'https://169.254.169.254/latest', '169.254.169.254: private address'],
    ['a private network', 'https://10.0.0.8/hook', '10.0.0.8: private address'],
    ['an unencrypted way', 'http://robot.example/hook', 'robot.example: not encrypted'],
  ])('%s is refused as it is named, and what was there stays', async (_, address, why) => {
    const refused = await ask(staff.other, 'PUT', '/settings/webhook', { form: 'plain', url: address });
    expect(refused.json()).toMatchObject({ status: 422, code: 'notice.webhook-forbidden', params: { why } });
    expect((await ask(staff.other, 'GET', '/settings')).json<NoticeSettings>().webhook?.url).toBe(`${robot.url}/hook`);
  });

  test('the secret is told once', async () => {
    const { webhook } = (await ask(staff.other, 'GET', '/settings')).json<NoticeSettings>();
    expect(webhook).toEqual({ form: 'plain', url: `${robot.url}/hook`, signed: true });
  });

  test('one person’s address, choices and robot are closed to another, by row-level security too', async () => {
    const seen = await transact(pool, staff.office, async (tx) => [
      ...(await tx.db.selectFrom('notice_mail').selectAll().execute()),
      ...(await tx.db.selectFrom('notice_webhook').selectAll().execute()),
      ...(await tx.db.selectFrom('notice_choice').selectAll().execute()),
      ...(await tx.db.selectFrom('delivery').selectAll().execute()),
    ]);
    expect(seen).toEqual([]);
  });
});
