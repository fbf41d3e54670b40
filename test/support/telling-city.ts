import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, expect } from 'vitest';
import type { DeliveryPage, DeliveryRow } from '../../src/notices/contract.ts';
import { deliveryRoutes, noticeJobs, noticeRoutes, settingsRoutes, type Outward } from '../../src/notices/index.ts';
import { gather } from '../../src/notices/telling/gather.acts.ts';
import { tellOfActs } from '../../src/notices/telling/tell.acts.ts';
import { openMailer, openPoster, readAllowed, whyForbidden } from '../../src/platform/channels/index.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { migrateJobs, startWorker } from '../../src/platform/jobs/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { aCity } from './city.ts';
import { testDatabase } from './database.ts';
import { testHttp } from './http.ts';
import { mailServer } from './mail-server.ts';
import { receiver } from './receiver.ts';
import { aStaff } from './staff.ts';

const MONDAY = new Date('2026-03-16T01:30:00Z');
/** The queue rests within a second, on a machine with other things to do within many. */
const PATIENCE_MS = 15_000;

/**
 * A city whose notices go out for real, to a mail server and a robot of the test's own, by a worker that works all the while. At the top
 * of a file; its clock stands still but for `pass` and `at`, and never goes back before the Monday on which it begins.
 */
export async function aCityThatTells() {
  const { pool, owner, url } = await testDatabase();
  const mails = await mailServer();
  const robot = await receiver();
  const clock = { now: MONDAY };
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
  const faults: string[] = [];
  await migrateJobs(url);
  const units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  const staff = await aStaff(pool, units, MONDAY);
  const routes = [noticeRoutes, settingsRoutes(outward), deliveryRoutes(work.delivering)];
  const web = await testHttp(pool, Object.values(staff), { routes, now: () => clock.now });
  const worker = await startWorker({
    ownerUrl: url,
    owner,
    pool,
    now: () => clock.now,
    jobs: work.jobs,
    schedules: work.schedules,
    onFault: (job) => void faults.push(job),
  });
  afterAll(async () => {
    await worker.stop();
    outward.mail?.close();
  });
  beforeEach(() => {
    clock.now = new Date(Math.max(clock.now.getTime(), MONDAY.getTime()));
    mails.arrived.length = 0;
    robot.received.length = 0;
  });

  const ask = async (who: Caller, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object) =>
    web.ask(who, { method, url: `/api/notices${path}`, ...(payload ? { payload } : {}) });

  /** What was done is told of: the worker may have taken some of it, and is waited for. */
  async function tell(): Promise<void> {
    await transact(pool, { city: 1, system: true }, (tx) => tellOfActs(tx, 1, { ...outward, ...work }, clock.now));
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
      const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from outbox');
      if (rows[0]!.n === 0) return;
    }
    throw new Error('what was done is not told of');
  }

  /** What the minute's job does; the queue is then hurried past its pauses until it has nothing left to do. */
  async function send(): Promise<void> {
    await tell();
    await gather(pool, 1, outward.hours, work.delivering, clock.now);
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

  /** Gives somebody an address and confirms it by the code that arrives there. */
  async function withMail(who: Caller, address: string): Promise<void> {
    const given = await ask(who, 'PUT', '/settings/mail', { address });
    expect(given.statusCode, given.body).toBe(204);
    const code = /\d{6}/.exec(mails.arrived.at(-1)!.subject)![0];
    expect((await ask(who, 'POST', '/settings/mail/confirmation', { code })).statusCode).toBe(204);
    mails.arrived.length = 0;
  }

  return {
    pool,
    owner,
    units,
    staff,
    mails,
    robot,
    clock,
    outward,
    work,
    /** The jobs that failed so far. */
    faults,
    pass: (minutes: number): void => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000)),
    at: (text: string): void => void (clock.now = new Date(`${text.replace(' ', 'T')}:00+08:00`)),
    ask,
    tell,
    send,
    withMail,
    log: async (): Promise<DeliveryRow[]> =>
      (await ask(staff.administrator, 'GET', '/deliveries')).json<DeliveryPage>().rows,
  };
}
