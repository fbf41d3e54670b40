import { describe, expect, test } from 'vitest';
import { receiver } from '../../../test/support/receiver.ts';
import { mayReach, readAllowed } from './addresses.ts';
import { openPoster, whyForbidden } from './post.ts';

const robot = await receiver();
const port = new URL(robot.url).port;
const nothing = readAllowed('')!;
const said = (url: string, allowed = nothing): Promise<string> =>
  openPoster(allowed)({ url, headers: {}, body: '{}' }).then(
    ({ status }) => String(status),
    (error: Error) => error.message,
  );

describe('which addresses a webhook may reach', () => {
  test.each([
    ['10.1.2.3', false, 'a private network'],
    ['172.31.0.1', false, 'another'],
    ['192.168.1.1', false, 'and another'],
    ['127.0.0.1', false, 'this machine'],
    ['169.254.169.254', false, 'where clouds keep their keys'],
    ['100.64.0.1', false, 'behind a carrier’s translation'],
    ['0.0.0.0', false, 'this machine by another name'],
    ['224.0.0.1', false, 'many at once'],
    ['::1', false, 'this machine, the new way'],
    ['fd00::1', false, 'a private network, the new way'],
    ['fe80::1', false, 'the same cable'],
    ['::ffff:127.0.0.1', false, 'this machine, mapped'],
    ['64:ff9b::7f00:1', false, 'this machine, translated'],
    ['2002:7f00:1::', false, 'this machine, tunnelled'],
    ['9.9.9.9', true, 'a public address'],
    ['172.32.0.1', true, 'just beside a private network'],
    ['2400:3200::1', true, 'a public address, the new way'],
  ])('%s: %s, %s', (address, may) => {
    expect(mayReach('robot.example', address, nothing)).toBe(may);
  });

  test('of an address that is only named it is said beforehand, also of a name that leads inside', async () => {
    expect(await whyForbidden('https://localhost/hook', nothing)).toBe('localhost: private address');
    expect(await whyForbidden('https://[::1]/hook', nothing)).toBe('::1: private address');
    expect(await whyForbidden(`${robot.url}/hook`, readAllowed('127.0.0.1')!)).toBeNull();
    expect(await whyForbidden('https://nobody-has-this-name.invalid/', nothing)).toBeNull();
  });

  test('what the city allows: a network, or a host by its name', () => {
    const allowed = readAllowed('10.8.0.0/16, Robot.City.example')!;
    expect(mayReach('x.example', '10.8.3.4', allowed)).toBe(true);
    expect(mayReach('x.example', '10.9.3.4', allowed)).toBe(false);
    expect(mayReach('robot.city.example', '192.168.0.9', allowed)).toBe(true);
    expect(readAllowed('10.8.0.0/99')).toBeUndefined();
    expect(readAllowed('https://robot')).toBeUndefined();
  });
});

describe('posting', () => {
  test('an inner address is not called, by number or by name, however it is written', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:7f00:1]'])
      expect(await said(`https://${host}:${port}/`), host).toContain('private address');
    expect(robot.received).toHaveLength(0);
  });

  test('an unencrypted address only where the host is allowed', async () => {
    expect(await said('http://9.9.9.9/')).toContain('not encrypted');
    expect(await said(`http://localhost:${port}/`, readAllowed('localhost')!)).toBe('200');
    expect(robot.received).toHaveLength(1);
  });

  test('an answer without end is read to a limit and no further', async () => {
    robot.answerNext({ status: 200, body: 'x'.repeat(5_000_000) });
    const { body } = await openPoster(readAllowed('127.0.0.1')!)({ url: robot.url, headers: {}, body: '{}' });
    expect(body.length).toBeLessThanOrEqual(16 * 1024);
  });
});
