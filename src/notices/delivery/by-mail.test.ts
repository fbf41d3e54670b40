import { describe, expect, test, vi } from 'vitest';
import { assignOne, does } from '../../../test/support/staff.ts';
import { aCityThatTells } from '../../../test/support/telling-city.ts';
import type { Uuid } from '../../kernel/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import type { NoticeSettings } from '../contract.ts';
import { deliver } from './deliver.acts.ts';
import { gather } from '../telling/gather.acts.ts';

vi.setConfig({ testTimeout: 60_000 });
const { pool, owner, units, staff, mails, robot, clock, outward, work, pass, at, ask, tell, send, withMail, log } =
  await aCityThatTells();

describe('by mail', () => {
  test('an address is used once its owner has sent the code back; wrong codes run out', async () => {
    await ask(staff.desk, 'PUT', '/settings/mail', { address: 'lin@city.example' });
    const code = /\d{6}/.exec(mails.arrived[0]!.subject)![0];
    const wrong = code === '000000' ? '000001' : '000000';
    await assignOne(pool, staff.office, units[0]!, clock.now, {});
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
    for (const n of [1, 2, 3, 4, 5])
      await assignOne(pool, staff.office, units[0]!, clock.now, { text: `第${n}项工作` });
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
    const late = await assignOne(pool, staff.office, units[0]!, clock.now, { text: '后交办的事' });
    const matter = await assignOne(pool, staff.office, units[0]!, clock.now, { text: '被批示的事' });
    await does(pool, staff.mayor, matter, 'instruct', { text: '周一办完' }, clock.now);
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
    const read = await assignOne(pool, staff.office, units[0]!, clock.now, { text: '看过的事' });
    const taken = await assignOne(pool, staff.office, units[0]!, clock.now, { text: '拿走的事' });
    await tell();
    await ask(staff.desk, 'POST', '/read', { matter: read });
    pass(6);
    await gather(pool, 1, outward.hours, { ...work.delivering, name: 'test.held-back' }, clock.now);
    await does(pool, staff.office, taken, 'assign', { lead: units[1], co: [] }, clock.now);
    const { rows } = await owner.query<{ id: Uuid }>(`select id from delivery where state = 'waiting'`);
    for (const { id } of rows) await deliver(pool, 1, id, outward, clock.now);
    expect(rows).toHaveLength(1);
    expect(mails.arrived).toEqual([]);
    expect((await log())[0]).toMatchObject({ state: 'dropped', matters: 1 });
  });

  test('two workers with one message: it is sent once', async () => {
    await assignOne(pool, staff.office, units[0]!, clock.now, {});
    await tell();
    pass(6);
    await gather(pool, 1, outward.hours, { ...work.delivering, name: 'test.held-back' }, clock.now);
    const { rows } = await owner.query<{ id: Uuid }>(`select id from delivery where state = 'waiting'`);
    await Promise.all([1, 2, 3].map(() => deliver(pool, 1, rows[0]!.id, outward, clock.now)));
    expect(mails.arrived).toHaveLength(1);
  });

  test('a confidential matter goes out by its number alone', async () => {
    await assignOne(pool, staff.office, units[0]!, clock.now, { text: '不宜外传的事', confidential: true });
    pass(6);
    await tell();
    pass(6);
    await send();
    expect(mails.arrived[0]!.text).toContain('交办〔2026〕');
    expect(mails.arrived[0]!.text).not.toContain('不宜外传');
  });

  test('a busy mail server is tried again under the same number; one that says never is not', async () => {
    await assignOne(pool, staff.office, units[0]!, clock.now, {});
    await tell();
    pass(6);
    mails.refuseNext(451, 451);
    await send();
    expect(mails.arrived).toHaveLength(1);
    expect((await log())[0]).toMatchObject({ state: 'sent', tries: 3, who: '林一帆', target: 'l•••@city.example' });
    await assignOne(pool, staff.office, units[0]!, clock.now, {});
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
    await assignOne(pool, staff.office, units[0]!, clock.now, {});
    await tell();
    pass(6);
    await send();
    expect(mails.arrived).toEqual([]);
  });

  test('what can wait goes with the day’s digest at the hour chosen', async () => {
    at('2026-03-24 10:00');
    const matter = await assignOne(pool, staff.office, units[0]!, clock.now, { due: '2026-04-01' });
    await does(pool, staff.desk, matter, 'accept', {}, clock.now);
    await does(pool, staff.desk, matter, 'extend', { until: '2026-04-10', reason: '雨' }, clock.now);
    await does(pool, staff.office, matter, 'deny', { unit: units[0], reason: '汛期将至' }, clock.now);
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
    clock.now = new Date(clock.now.getTime() + 3000);
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

test('one person’s address, choices and robot are closed to another, by row-level security too', async () => {
  await ask(staff.other, 'PUT', '/settings/webhook', { form: 'plain', url: `${robot.url}/hook` });
  const seen = await transact(pool, staff.office, async (tx) => [
    ...(await tx.db.selectFrom('notice_mail').selectAll().execute()),
    ...(await tx.db.selectFrom('notice_webhook').selectAll().execute()),
    ...(await tx.db.selectFrom('notice_choice').selectAll().execute()),
    ...(await tx.db.selectFrom('delivery').selectAll().execute()),
  ]);
  expect(seen).toEqual([]);
});
