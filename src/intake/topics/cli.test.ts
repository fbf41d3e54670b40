import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/index.ts';
import { topicsCommand } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-'));
const table = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};

async function run(...args: string[]): Promise<string> {
  const stdout = new PassThrough();
  await topicsCommand(args, { stdin: Readable.from([]), stdout, stderr: stdout, lang: 'zh' });
  stdout.end();
  return text(stdout);
}

type Told = {
  texts: number;
  distinct: number;
  repeated: string[][];
  topics: { name: string; words: string[]; senders: number; texts: string[] }[];
};
const told = async (...args: string[]): Promise<Told> => JSON.parse(await run(...args, '--json')) as Told;

describe('huiyin topics', () => {
  const lines = ['甲', '乙', '丙'].map(
    (who, n) => `n${n}\t${who}\t丽发新城搅拌站扰民\t丽发新城旁的搅拌站彻夜作业，灰尘很大，${who}`,
  );
  const file = table('few.tsv', ['留言编号\t留言用户\t留言主题\t留言详情', ...lines, 'n3\t丁\t路灯\t村口的路灯坏了']);

  test('calls texts by the numbers of the table, its keys no more and no fewer', async () => {
    const all = await told(file);
    expect(Object.keys(all)).toEqual(['texts', 'distinct', 'repeated', 'topics']);
    expect(all).toMatchObject({ texts: 4, distinct: 4, repeated: [['n0', 'n1', 'n2']] });
    expect(all.topics).toHaveLength(1);
    expect(all.topics[0]).toMatchObject({ senders: 3, texts: ['n0', 'n1', 'n2'] });
    expect(all.topics[0]!.name).toContain('搅拌站');
  });

  test('prints what to read, and takes a table of title and body alone', async () => {
    const out = await run(
      table('plain.tsv', ['标题\t内容', ...lines.map((line) => line.split('\t').slice(2).join('\t'))]),
    );
    expect(out).toContain('共 3 条');
    expect(out).toMatch(/搅拌站.*：3 人，3 条\n {4}1 {2}丽发新城搅拌站扰民/u);
  });

  test.each<[string[], string, string]>([
    [[], 'topics.table-missing', 'no table'],
    [[table('blank.tsv', [''])], 'cli.table-empty', 'a file in which nothing is written'],
    [[file, file], 'topics.misused', 'two tables'],
    [[file, '--colour'], 'topics.misused', 'an unknown option'],
    [['/nowhere/messages.tsv'], 'cli.file-unreadable', 'a file that is not there'],
    [[table('no-body.tsv', ['标题'])], 'intake.column-missing', 'no column of texts'],
  ])('%j is refused with %s: %s', async (args, code) => {
    const fault = await run(...args).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect((fault as Refusal).problem.code).toBe(code);
  });
});

const REAL = '../shared/data/messages/hot_topics.tsv';

/** Names of places and cases by which large groups are known, and how many titles have them; see docs/adr/0130. */
const LARGE: readonly [RegExp, number][] = [
  [/丽发新城/u, 53],
  [/伊景园/u, 40],
  [/魅力之城/u, 29],
  [/58车贷/u, 13],
  [/辉煌国际城/u, 11],
  [/汝金城/u, 8],
  [/诺亚山林/u, 7],
];

describe.skipIf(!existsSync(REAL))(`citizens’ messages (${REAL})`, () => {
  test('the 104 identical bodies and the large groups come out', { timeout: 600_000 }, async () => {
    const rows = readFileSync(REAL, 'utf8')
      .split(/\r?\n/u)
      .slice(1)
      .map((line) => line.split('\t'));
    const messages = rows
      .filter((cells) => cells.length > 4)
      .map(([id, , title, , body]) => ({ id: id!, title: title!, body: body!.trim() }));
    const { texts, distinct, repeated, topics } = await told(REAL);
    expect([texts, texts - distinct]).toEqual([4326, 104]);

    const groupOf = new Map(repeated.flatMap((group, n) => group.map((id) => [id, n] as const)));
    for (const copies of Map.groupBy(messages, ({ body }) => body).values())
      if (copies.length > 1)
        expect(new Set(copies.map(({ id }) => groupOf.get(id) ?? id)).size, copies[0]!.title).toBe(1);

    const said = new Map(messages.map(({ id, title, body }) => [id, `${title}${body}`]));
    for (const [name, count] of LARGE) {
      const wanted = new Set(messages.filter(({ title }) => name.test(title)).map(({ id }) => id));
      expect(wanted.size).toBe(count);
      const found = (of: readonly string[]): number => of.filter((id) => wanted.has(id)).length;
      const topic = topics.toSorted((a, b) => found(b.texts) - found(a.texts))[0]!;
      expect(found(topic.texts) / count, `recall of ${String(name)}`).toBeGreaterThanOrEqual(0.7);
      const right = topic.texts.filter((id) => name.test(said.get(id)!)).length;
      expect(right / topic.texts.length, `precision of ${String(name)}`).toBeGreaterThanOrEqual(0.9);
      expect(topic.name, String(name)).toMatch(name);
    }
  });
});
