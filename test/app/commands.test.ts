import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Checkpoint } from '../../src/ledger/index.ts';
import { testDatabase } from '../support/database.ts';

const ROOT = join(import.meta.dirname, '../..');
const home = await mkdtemp(join(tmpdir(), 'huiyin-commands-'));
afterAll(() => rm(home, { recursive: true, force: true }));
const { url, applicationUrl, owner } = await testDatabase();
const database = {
  DATABASE_URL: url,
  DATABASE_APP_URL: applicationUrl,
  HUIYIN_DATA: home,
  HUIYIN_LANG: 'en',
  PORT: '0',
};

/** Runs the real `./huiyin`, bootstrap and all. */
const huiyin = (...args: string[]) => huiyinWith({}, ...args);

function huiyinWith(more: NodeJS.ProcessEnv, ...args: string[]) {
  const env = { ...process.env, ...database, ...more };
  const child = spawn(join(ROOT, 'huiyin'), args, { cwd: ROOT, env });
  const said = { out: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  return { child, said, ended: once(child, 'exit') as Promise<[number | null, string | null]> };
}

type Compared = { was: number; would: number; more: string[] };

/** Who is the first to serve builds the page: half a minute, and some times that on a machine that has other things to do. */
async function until(condition: () => boolean): Promise<void> {
  for (let n = 0; n < 1500 && !condition(); n++) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('the program, on a database of its operator', { timeout: 180_000 }, () => {
  test('migrate has nothing to do where nothing is missing', async () => {
    const { said, ended } = huiyin('migrate');
    expect(await ended).toEqual([0, null]);
    expect(said.out).toContain('nothing to do');
  });

  test('serve without a demo founds nothing and prints the code with which a city is founded on the page', async () => {
    const { child, said, ended } = huiyinWith({ HUIYIN_DEMO: '0' }, 'serve');
    await until(() => said.out.includes('Ctrl-C') || child.exitCode !== null);
    expect(said.out).toMatch(/http:\/\/localhost:\d+\/start/);
    expect(said.out).toMatch(/^ {2}[a-z2-9]{4}(-[a-z2-9]{4}){3}$/m);
    expect((await owner.query('select from city')).rowCount).toBe(0);
    child.kill('SIGINT');
    await ended;
  });

  test('serve founds the demo city, answers, and ends with a signal, leaving nothing connected', async () => {
    const { child, said, ended } = huiyin('serve');
    await until(() => said.out.includes('Ctrl-C') || child.exitCode !== null);
    const address = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
    expect(address, said.out).toBeDefined();
    expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ ok: true });
    const accounts = JSON.parse(await readFile(join(home, 'demo-accounts.json'), 'utf8')) as {
      login: string;
      password: string;
    }[];
    expect(said.out).toContain(accounts[0]!.password);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    const left = `select from pg_stat_activity where datname = current_database() and application_name like 'huiyin-worker%'`;
    expect((await owner.query(left)).rows).toEqual([]);
  });

  test('checkpoint prints what verify holds the ledger against later; another one is told apart', async () => {
    const printed = huiyin('checkpoint');
    expect(await printed.ended, printed.said.out).toEqual([0, null]);
    const kept = Checkpoint.parse(JSON.parse(printed.said.out));
    const file = join(home, 'kept-elsewhere.json');
    await writeFile(file, printed.said.out);
    const fine = huiyin('verify', '--checkpoint', file);
    expect(await fine.ended, fine.said.out).toEqual([0, null]);
    expect(fine.said.out).toContain(`checkpoint ${kept.n} is as it was kept`);
    await writeFile(file, JSON.stringify({ ...kept, root: '0'.repeat(64) }));
    const other = huiyin('verify', '--checkpoint', file);
    expect(await other.ended).toEqual([1, null]);
    expect(other.said.out).toContain('not what was kept elsewhere (root)');
  });

  test('mechanism simulate says what a changed file would have made late, and where it has a fault by its line', async () => {
    const source = await readFile(join(ROOT, 'mechanisms/appeal.yaml'), 'utf8');
    const shorter = join(home, 'shorter.yaml');
    await writeFile(shorter, source.replace('limit: 10 workdays', 'limit: 2 workdays'));
    const tried = huiyin('mechanism', 'simulate', shorter, '--since', '2023-01-01', '--json');
    expect(await tried.ended, tried.said.out).toEqual([0, null]);
    const { matters, measures } = JSON.parse(tried.said.out) as { matters: number; measures: { late: Compared } };
    expect(matters).toBeGreaterThan(40);
    expect(measures.late.more.length).toBeGreaterThan(0);
    expect(measures.late.would).toBeGreaterThan(measures.late.was);
    const told = huiyin('mechanism', 'simulate', shorter, '--since', '2023-01-01');
    expect(await told.ended).toEqual([0, null]);
    expect(told.said.out).toContain(measures.late.more[0]);
    await writeFile(shorter, source.replace('limit: 10 workdays', 'limit: 10 fortnights'));
    const faulty = huiyin('mechanism', 'simulate', shorter, '--since', '2023-01-01');
    expect(await faulty.ended).toEqual([1, null]);
    const line = source.split('\n').findIndex((text) => text.includes('limit: 10 workdays')) + 1;
    expect(faulty.said.out).toMatch(new RegExp(`line ${line}\\b`));
    const calm = huiyin('mechanism', 'simulate', join(ROOT, 'mechanisms/replication.yaml'), '--since', '2023-01-01');
    expect(await calm.ended, calm.said.out).toEqual([0, null]);
    expect(calm.said.out).toContain('Under neither file was anything late');
    const sealed = huiyin('mechanism', 'simulate', join(ROOT, 'mechanisms/clue.yaml'), '--since', '2023-01-01');
    expect(await sealed.ended).toEqual([1, null]);
    expect(sealed.said.out).toContain('These matters are sealed');
    const strange = join(home, 'strange.yaml');
    await writeFile(strange, source.replace('key: appeal', 'key: nosuch'));
    const unknown = huiyin('mechanism', 'simulate', strange, '--since', '2023-01-01');
    expect(await unknown.ended, unknown.said.out).toEqual([1, null]);
    expect(unknown.said.out).toContain('No mechanism with the key “nosuch” is in force');
    const both = huiyin('mechanism', 'simulate', strange, shorter, '--since', '2023-01-01');
    expect(await both.ended).toEqual([1, null]);
    expect(both.said.out).toContain('One file is tried at a time');
    const when = huiyin('mechanism', 'simulate', shorter, '--since', 'last year');
    expect(await when.ended).toEqual([1, null]);
    expect(when.said.out).toContain('"last year" is no day');
  });

  test('verify finds all in agreement, and an altered act by name', async () => {
    const fine = huiyin('verify');
    expect(await fine.ended, fine.said.out).toEqual([0, null]);
    expect(fine.said.out).toContain('all in agreement');
    // Whoever owns the server can switch off its guards; that is what verify is for.
    await owner.query(
      `begin; set local session_replication_role = replica;
       update act set body = replace(body, '"kind":"accept"', '"kind":"accepT"') where (city, stream, seq) =
         (select city, stream, seq from act where body like '%"kind":"accept"%' order by position limit 1);
       commit`,
    );
    const broken = huiyin('verify');
    expect(await broken.ended).toEqual([1, null]);
    expect(broken.said.out).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('city founds a city whose administrator signs in with the password printed; a second time it is refused', async () => {
    const args = ['city', '--code', '411000', '--name', '许昌市', '--name-en', 'Xuchang', '--admin', 'first'];
    const founded = huiyin(...args);
    expect(await founded.ended, founded.said.out).toEqual([0, null]);
    const password = /first +(\S{19})/.exec(founded.said.out)?.[1] ?? '';
    const again = huiyin(...args);
    expect(await again.ended).toEqual([1, null]);
    expect(again.said.out).toContain('许昌市');
    const { child, said, ended } = huiyin('serve');
    await until(() => said.out.includes('Ctrl-C') || child.exitCode !== null);
    const address = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'first', password }),
    });
    expect(await answer.json()).toMatchObject({ caller: { role: 'administrator' }, cityName: '许昌市' });
    child.kill('SIGINT');
    await ended;
    const { rows } = await owner.query('select key from mechanism where city = 411000');
    expect(rows).not.toEqual([]);
  });

  test('demo prints the accounts again', async () => {
    const { said, ended } = huiyin('demo');
    expect(await ended).toEqual([0, null]);
    expect(said.out).toMatch(/^ducha +\S{19} /m);
  });
});
