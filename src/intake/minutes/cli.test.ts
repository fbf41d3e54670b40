import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Draft } from './contract.ts';
import { minutesCommand } from './cli.ts';

const MINUTES = '一、任务（一）修渠。整修干渠9条，4月底前完工。（市水务局负责）';

async function run(
  args: string[],
  stdin: Uint8Array | string = '',
): Promise<{ code: number; out: string; err: string }> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await minutesCommand(args, { stdin: Readable.from([stdin]), stdout, stderr, lang: 'zh' });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

describe('huiyin minutes', () => {
  test('prints a tree to read', async () => {
    const { code, out } = await run(['-', '--date', '2024-03-13'], MINUTES);
    expect(code).toBe(0);
    expect(out).toContain('· 整修干渠9条，4月底前完工。');
    expect(out).toContain('牵头：市水务局');
    expect(out).toContain('期限：4月底前 → 2024年4月30日');
    expect(out).toMatch(/1 项任务；全文 \d+ 字，其中 \d+ 字/u);
  });
  test('prints what it used for nothing, and counts it', async () => {
    const { out } = await run(['-', '--date', '2024-03-13'], `${MINUTES}\n石榴树开花甚早。`);
    expect(out).toContain('没有用到：石榴树开花甚早。');
    expect(out).toMatch(/其中 7 字（\d+%）没有用到/u);
  });
  test('prints JSON with the promised keys, no more and no fewer', async () => {
    const report =
      '本报讯（记者 柳青）3月12日，市政府2024年第9次周交办会议召开。市长安远参加。会议要求，一是在春灌方面，要整修不少于9条干渠，本周五前完成。\n春灌开始\n\n本报记者 白桦 摄';
    for (const text of [MINUTES, report]) {
      const { out } = await run(['--json', '--date=2024-03-13', '-'], text);
      const { articles, ...rest } = JSON.parse(out) as { articles: Record<string, unknown>[] };
      expect(rest).toEqual({});
      for (const article of articles) {
        expect(Object.keys(article)).toEqual(['title', 'byline', 'date', 'text', 'meeting', 'items']);
        if (article['meeting'] !== null)
          expect(Object.keys(article['meeting']!)).toEqual(['name', 'number', 'year', 'date', 'attendees']);
        for (const item of article['items'] as Record<string, Record<string, unknown>[]>[]) {
          expect(Object.keys(item).join()).toBe(
            'path,area,aim,text,lead,co,shared,dueText,dueDate,quantities,start,end',
          );
          for (const quantity of item['quantities']!) expect(Object.keys(quantity)).toEqual(['text', 'value', 'unit']);
        }
      }
      expect(articles[0]!['items']).toMatchObject([{ quantities: [{ value: 9, unit: '条' }] }]);
    }
  });
  test('--json=full prints all that the review shows', async () => {
    const { out } = await run(['--json=full', '--date=2024-03-13', '-'], MINUTES);
    expect(Draft.parse(JSON.parse(out)).articles[0]!.items[0]).toMatchObject({
      dueDate: '2024-04-30',
      dues: [{ text: '4月底前' }],
    });
  });
  test('tells on the side what belongs to no article, as the promised shape has no place for it', async () => {
    const page = `${MINUTES}\n— 7 —`;
    expect((await run(['--json', '-'], page)).err).toContain('—7—');
    expect((await run(['--json', '-'], MINUTES)).err).toBe('');
  });
  test('reads a file, in GB18030 too', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'huiyin-')), 'minutes.txt');
    // 一、修渠。 in GB18030.
    writeFileSync(file, Buffer.from('d2bba1a2d0deccf6a1a3', 'hex'));
    expect((await run([file])).code).toBe(0);
  });
  test.each<[string[], number, string, string, string?]>([
    [['--date', '2024-02-30', '-'], 2, '2024-02-30', 'a day that does not exist'],
    [['--colour', '-'], 2, '--colour', 'an unknown option'],
    [[], 2, '用法', 'no file'],
    [['/nowhere/minutes.txt'], 1, '/nowhere/minutes.txt', 'a file that is not there'],
    [['-'], 1, '没有文字', 'an empty file'],
    [['-'], 1, '没有读到', 'a file of marks', '（（（。\n——'],
  ])('%j ends with %d and names %s: %s', async (args, code, said, _, stdin = '') => {
    const result = await run(args, stdin);
    expect(result.code).toBe(code);
    expect(result.err).toContain(said);
    expect(result.out).toBe('');
  });
});
