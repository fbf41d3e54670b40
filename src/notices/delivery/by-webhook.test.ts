import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { assignOne } from '../../../test/support/staff.ts';
import { aCityThatTells } from '../../../test/support/telling-city.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { NoticeSettings } from '../contract.ts';

vi.setConfig({ testTimeout: 60_000 });
const { pool, units, staff, robot, clock, faults, pass, at, ask, tell, send, log } = await aCityThatTells();

describe('by webhook', () => {
  test('a receiver that fails at first gets the message in the end, once, signed each time', async () => {
    at('2026-03-25 10:00');
    const given = await ask(staff.other, 'PUT', '/settings/webhook', { form: 'plain', url: `${robot.url}/hook` });
    const { secret } = given.json<{ secret: string }>();
    await assignOne(pool, staff.office, units[1]!, clock.now, { text: '修剪行道树' });
    await tell();
    pass(6);
    robot.answerNext({ status: 503 }, { status: 429 });
    const before = faults.length;
    await send();
    expect(faults.length - before).toBe(2);
    expect(robot.received).toHaveLength(3);
    expect(new Set(robot.received.map((r) => r.headers['x-huiyin-delivery'])).size).toBe(1);
    for (const { headers, body } of robot.received) {
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
    await assignOne(pool, staff.office, units[1]!, clock.now, {});
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
    await assignOne(pool, staff.office, units[1]!, clock.now, {});
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
});
