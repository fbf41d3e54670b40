import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder, readConfig } from './index.ts';

test('without an environment: the embedded server, this machine alone, port 3000', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    behindProxy: false,
    demo: true,
    tiles: null,
    outline: null,
  });
});

test('what the environment says is taken', () => {
  const env = {
    DATABASE_URL: 'postgres://a:b@db/huiyin',
    PORT: '8080',
    HUIYIN_DATA: '/srv/h',
    HUIYIN_PROXY: '1',
    HUIYIN_DEMO: '0',
    HUIYIN_TILES: 'https://tiles.city.example/{z}/{x}/{y}.png',
  };
  expect(readConfig(env)).toMatchObject({
    databaseUrl: env.DATABASE_URL,
    port: 8080,
    dataFolder: '/srv/h',
    behindProxy: true,
    demo: false,
    tiles: env.HUIYIN_TILES,
    outline: null,
  });
});

test('hours of notices are minutes of the day, the city’s usual ones unless told otherwise', () => {
  expect(readConfig({}).notices.hours).toEqual([
    [540, 720],
    [840, 1080],
  ]);
  expect(readConfig({ HUIYIN_NOTICE_HOURS: '08:30-24:00' }).notices.hours).toEqual([[510, 1440]]);
});

test.each([
  [{ HUIYIN_NOTICE_HOURS: '9-12' }, 'platform.notice-hours-wrong'],
  [{ HUIYIN_NOTICE_HOURS: '14:00-18:00,09:00-12:00' }, 'platform.notice-hours-wrong'],
  [{ HUIYIN_SMTP_URL: 'mail.city.example:25' }, 'platform.smtp-url-wrong'],
  [{ HUIYIN_SMTP_URL: 'smtp://mail.city.example' }, 'platform.mail-from-wrong'],
  [{ HUIYIN_SMS_URL: 'sms.city.example', HUIYIN_SMS_SECRET: 'x' }, 'platform.sms-url-wrong'],
  [{ HUIYIN_SMS_URL: 'https://sms.city.example' }, 'platform.sms-url-wrong'],
  [{ HUIYIN_WEBHOOK_ALLOW: '10.0.0.0/8;robot' }, 'platform.webhook-allow-wrong'],
  [{ HUIYIN_URL: 'huiyin.city.example' }, 'platform.page-url-wrong'],
  [{ HUIYIN_TILES: 'https://tiles.city.example/map.png' }, 'platform.tiles-wrong'],
  [{ HUIYIN_TILES: '/tiles/{z}/{x}/{y}.png' }, 'platform.tiles-wrong'],
  [{ PORT: 'abc' }, 'platform.port-wrong'],
  [{ PORT: '70000' }, 'platform.port-wrong'],
  [{ DATABASE_URL: 'localhost:5432' }, 'platform.database-url-wrong'],
  [{ DATABASE_APP_URL: 'mysql://x' }, 'platform.database-url-wrong'],
])('%j is refused: %s', (env, code) => {
  expect(() => readConfig(env)).toThrow(code);
});

test('docs/configuration.md names every variable that is read, and no other', () => {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) });
  readConfig(env);
  // The terminal's own: what its commands speak.
  read.add('HUIYIN_LANG');
  const page = readFileSync(join(projectFolder, 'docs/configuration.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => row.split('|')[1]!.match(/[A-Z][A-Z_]+/gu) ?? []);
  expect(named.toSorted()).toEqual([...read].toSorted());
});
