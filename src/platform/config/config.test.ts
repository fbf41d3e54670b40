import { expect, test } from 'vitest';
import { readConfig } from './index.ts';

test('without an environment: the embedded server, this machine alone, port 3000', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    behindProxy: false,
    demo: true,
  });
});

test('what the environment says is taken', () => {
  const env = {
    DATABASE_URL: 'postgres://a:b@db/huiyin',
    PORT: '8080',
    HUIYIN_DATA: '/srv/h',
    HUIYIN_PROXY: '1',
    HUIYIN_DEMO: '0',
  };
  expect(readConfig(env)).toMatchObject({
    databaseUrl: env.DATABASE_URL,
    port: 8080,
    dataFolder: '/srv/h',
    behindProxy: true,
    demo: false,
  });
});

test.each([
  [{ PORT: 'abc' }, 'platform.port-wrong'],
  [{ PORT: '70000' }, 'platform.port-wrong'],
  [{ DATABASE_URL: 'localhost:5432' }, 'platform.database-url-wrong'],
  [{ DATABASE_APP_URL: 'mysql://x' }, 'platform.database-url-wrong'],
])('%j is refused: %s', (env, code) => {
  expect(() => readConfig(env)).toThrow(code);
});
