import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { Refusal } from '../../kernel/index.ts';
import { describe as words } from '../i18n/index.ts';
import { reach } from './reach.ts';

const { url } = await testDatabase();
const changed = (change: (to: URL) => void): string => {
  const to = new URL(url);
  change(to);
  return to.href;
};

test('a database that answers is reached', () => expect(reach(url)).resolves.toBeUndefined());

test.each([
  ['nobody listens there', (to: URL) => (to.port = '1'), 'platform.database-away', /没有应答.*DATABASE_URL/u],
  ['there is no such host', (to: URL) => (to.host = 'db.invalid'), 'platform.database-away', /db\.invalid.*没有应答/u],
  ['the password is another', (to: URL) => (to.password = 'geheim-9'), 'platform.database-login', /用户名或密码/u],
  ['there is no password', (to: URL) => (to.password = ''), 'platform.database-login', /用户名或密码/u],
  ['there is no such user', (to: URL) => (to.username = 'nobody-here'), 'platform.database-login', /nobody-here/u],
  ['there is no such database', (to: URL) => (to.pathname = '/none'), 'platform.database-none', /没有数据库“none”/u],
])('%s: one sentence that says what, where and what to do', async (_, change, code, says) => {
  const refusal = await reach(changed(change)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  const { problem } = refusal as Refusal;
  expect(problem.code).toBe(code);
  for (const language of ['zh', 'en'] as const) {
    expect(words(language, problem)).not.toContain('geheim');
    expect(words(language, problem)).not.toMatch(/\n|at .*\.ts/u);
  }
  expect(words('zh', problem)).toMatch(says);
});
