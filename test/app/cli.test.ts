import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/app/cli/commands.ts';
import { run } from '../../src/app/cli/run.ts';
import { sentence, type Language } from '../../src/platform/i18n/index.ts';

async function huiyin(args: string[], lang: Language = 'en', input = '') {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        said[name] += chunk.toString();
        done();
      },
    });
  const io = { stdin: Readable.from([Buffer.from(input)]), stdout: into('stdout'), stderr: into('stderr'), lang };
  return { code: await run(args, io), ...said };
}

test('--help lists every command with what it does and an example that begins with the command', async () => {
  const { code, stdout } = await huiyin(['--help']);
  expect(code).toBe(0);
  for (const { name, help, example } of commands) {
    expect(stdout).toContain(sentence('en', help));
    expect(stdout).toContain(example);
    expect(example).toContain(`./huiyin ${name}`);
  }
});

test('each command explains itself alone', async () => {
  const { code, stdout } = await huiyin(['mechanism', 'check', '--help'], 'zh');
  expect(code).toBe(0);
  expect(stdout).toContain('检查机制文件');
  expect(stdout).not.toContain('minutes');
});

test('a command that is none is refused with those that there are; none at all gets the help', async () => {
  const unknown = await huiyin(['mechanism', 'chekc']);
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('"mechanism chekc"');
  expect(unknown.stderr).toContain('mechanism check');
  expect(await huiyin([])).toMatchObject({ code: 2, stderr: expect.stringContaining('./huiyin minutes') });
});

test('mechanism check passes our own mechanism, and names the line of a fault', async () => {
  const fine = await huiyin(['mechanism', 'check', 'mechanisms/weekly-assignment.yaml']);
  expect(fine).toMatchObject({ code: 0, stdout: expect.stringContaining('no faults') });
  const wrong = await huiyin(['mechanism', 'check', 'package.json'], 'zh');
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(/第 \d+ 行/);
  const absent = await huiyin(['mechanism', 'check', 'nowhere.yaml']);
  expect(absent).toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere.yaml') });
});

describe('a mechanism file that is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-mechanism-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const check = async (bytes: Uint8Array) => {
    const file = join(folder, 'm.yaml');
    writeFileSync(file, bytes);
    return huiyin(['mechanism', 'check', file]);
  };
  const weekly = readFileSync('mechanisms/weekly-assignment.yaml', 'utf8');

  test('with a clock that nobody is pressed about it is fine, and the check says which clock that is', async () => {
    const file = weekly.replace(/^ {2}instruction:\n(?: {4}- .*\n)+/mu, '');
    const found = await check(Buffer.from(file));
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('no faults') });
    expect(found.stdout).toMatch(/line \d+ \(a hint; .*“instruction” has no ladder/u);
  });

  test('in GB18030 it is read like any other, its Chinese too', async () => {
    expect(await check(iconv.encode(weekly, 'gb18030'))).toMatchObject({ code: 0 });
    const wrong = iconv.encode(weekly.replace('visibility: city', 'visibility: 全市'), 'gb18030');
    expect((await check(wrong)).stdout).toMatch(/line \d+: “visibility” has a value that does not exist/u);
  });

  test.each([
    ['nothing in it', Buffer.from(''), 'says nothing'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4', 'hex'), 'is no text'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'is no text'],
    ['more than anybody would write', Buffer.alloc(2_000_000, 'a'), 'was not read'],
    ['the same key twice', Buffer.from(`${weekly}\nrounds: true\n`), 'written twice'],
  ])('%s: a fault with its line that says what would be right', async (_, bytes, said) => {
    const { code, stdout } = await check(bytes);
    expect(code).toBe(1);
    expect(stdout).toMatch(/line \d+: /u);
    expect(stdout).toContain(said);
  });
});

test('minutes come from standard input as well, without a database', async () => {
  const text = '市政府召开2024年第3次周交办会议\n\n会议交办：市水利局牵头，4月底前完成三条河道清淤。\n';
  const { code, stdout } = await huiyin(['minutes', '-', '--json'], 'zh', text);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty('articles');
});

test('the interface is described without a database', async () => {
  const { stdout } = await huiyin(['openapi']);
  const { openapi, paths } = JSON.parse(stdout) as { openapi: string; paths: Record<string, unknown> };
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/session', '/api/matters', '/api/files']));
});

test('verify refuses what is no checkpoint before it opens anything, and says what would be one', async () => {
  const none = await huiyin(['verify', '--checkpoint', 'package.json']);
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('./huiyin checkpoint') });
  expect(await huiyin(['verify', '--checkpoint', '-'], 'zh', 'not json')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('没有可读的检查点'),
  });
  expect(await huiyin(['verify', '--chekpoint', 'x'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[--checkpoint FILE]'),
  });
});
