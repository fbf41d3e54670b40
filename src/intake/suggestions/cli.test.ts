import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/index.ts';
import { suggestCommand } from './cli.ts';
import type { Measure } from './measure.rules.ts';

const HEAD = '一级标签\t留言编号\t留言主题\t留言详情\tconflict';
const folder = mkdtempSync(join(tmpdir(), 'huiyin-'));

function table(name: string, lines: readonly string[], head = HEAD): string {
  const file = join(folder, name);
  writeFileSync(file, [head, ...lines].join('\n'));
  return file;
}

async function run(...args: string[]): Promise<string> {
  const stdout = new PassThrough();
  await suggestCommand(args, { stdin: Readable.from([]), stdout, stderr: stdout, lang: 'zh' });
  stdout.end();
  return text(stdout);
}

const LINES = Array.from({ length: 40 }, (_, n) =>
  n % 2 === 0 ? `路灯\t${n}\t\t${n}号路的路灯不亮，夜里漆黑\t0` : `欠薪\t${n}\t讨薪\t${n}月的工资还没有发\t0`,
);

describe('huiyin suggest', () => {
  const learned = table('learned.tsv', LINES);

  test('prints the promised JSON, its keys no more and no fewer', async () => {
    const further = table('further.tsv', ['路灯\t1\t\t村口的路灯坏了\t0', '欠薪\t2\t\t工资拖了半年\t0']);
    const measure = JSON.parse(await run('--train', learned, '--test', further, '--json')) as Measure;
    expect(Object.keys(measure)).toEqual(['macroF1', 'perClass', 'trainSeconds', 'msPerSuggestion', 'calibration']);
    expect(measure.macroF1).toBe(1);
    expect(measure.perClass).toEqual(
      ['欠薪', '路灯'].map((category) => ({ category, precision: 1, recall: 1, f1: 1, support: 1 })),
    );
    for (const bin of measure.calibration) expect(Object.keys(bin)).toEqual(['from', 'to', 'count', 'said', 'right']);
  });

  test('keeps a fifth apart where no test is given, and tests every text once with --folds', async () => {
    const tested = async (...more: string[]) =>
      (JSON.parse(await run('--train', learned, '--json', ...more)) as Measure).perClass.reduce(
        (sum, { support }) => sum + support,
        0,
      );
    expect(await tested('--folds')).toBe(40);
    expect(await tested()).toBeLessThan(20);
  });

  test('prints tables to read', async () => {
    const out = await run('--train', learned, '--folds');
    expect(out).toMatch(/宏平均 F1：1\.0000/u);
    expect(out).toMatch(/^路灯 +100\.0% +100\.0% +1\.000 +20$/mu);
  });

  test.each<[string[], string, string]>([
    [[], 'suggest.table-missing', 'nothing to learn from'],
    [['--json'], 'suggest.table-missing', 'how, and not from what'],
    [['--train', learned, '--colour'], 'suggest.misused', 'an unknown option'],
    [['--train', '/nowhere/labelled.tsv'], 'cli.file-unreadable', 'a file that is not there'],
    [['--train', table('no-body.tsv', LINES, '一级标签\t留言主题')], 'intake.column-missing', 'no column of texts'],
    [['--train', table('blank.tsv', ['  '], '')], 'cli.table-empty', 'a file in which nothing is written'],
    [['--train', learned, '--test', table('blank.tsv', [], '')], 'cli.table-empty', 'nothing to test with'],
    [['--train', table('empty.tsv', [])], 'suggest.nothing-labelled', 'headings alone'],
    [
      [
        '--train',
        table(
          'one.tsv',
          LINES.filter((_, n) => n % 2),
        ),
      ],
      'suggest.one-category',
      'a single category',
    ],
  ])('%j is refused with %s: %s', async (args, code) => {
    const fault = await run(...args).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect((fault as Refusal).problem.code).toBe(code);
  });
});

const REAL = '../shared/data/messages/labelled.tsv';

test.skipIf(!existsSync(REAL))(
  `citizens’ messages are told apart as well as docs/adr/0100 says, and sureness is kept (${REAL})`,
  { timeout: 600_000 },
  async () => {
    const measure = JSON.parse(await run('--train', REAL, '--json')) as Measure;
    expect(measure.macroF1).toBeGreaterThanOrEqual(0.93);
    const sure = measure.calibration.filter(({ from }) => from >= 0.9);
    const count = sure.reduce((sum, bin) => sum + bin.count, 0);
    expect(sure.reduce((sum, bin) => sum + bin.right * bin.count, 0) / count).toBeGreaterThanOrEqual(0.9);
    expect(count).toBeGreaterThan(700);
  },
);
