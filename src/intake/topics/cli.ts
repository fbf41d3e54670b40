import { parseArgs } from 'node:util';
import { orRefuse, refuse } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import { readColumns } from '../reading/columns.rules.ts';
import { tableText } from '../reading/tableText.ts';
import type { Terminal } from '../terminal.ts';
import type { Topics } from './contract.ts';
import { topicsOf } from './topics.rules.ts';

/** How the command is used; shown by its refusals. */
const TOPICS_EXAMPLE = './huiyin topics messages.tsv --json';

const COLUMNS = {
  id: ['留言编号', '编号', 'id', null],
  sender: ['留言用户', '诉求人', 'sender', null],
  title: ['留言主题', '标题', 'title'],
  body: ['留言详情', '内容', 'body'],
};

/** How many topics, and groups of the repeated, are printed to be read; `--json` gives all. */
const SHOWN = 20;

type Line = { readonly id: string; readonly title: string };

/**
 * `huiyin topics FILE [--json]`: what texts of a table say nearly the same, and what most of them are about. Reads a table parted by tabs
 * and no database.
 */
export async function topicsCommand(args: string[], { stdout, lang }: Terminal): Promise<number> {
  const given = options(args);
  const sent = orRefuse(readColumns(await tableText(given.file), COLUMNS));
  const lines = sent.map(({ id, title, body }, n): Line => ({
    id: id || String(n + 1),
    title: title || body.slice(0, 40),
  }));
  const found = topicsOf(sent);
  stdout.write(given.json ? `${JSON.stringify(told(found, lines))}\n` : printed(found, lines, lang));
  return 0;
}

/** @throws Refusal `topics.table-missing`, `topics.misused`. */
function options(args: string[]): { file: string; json: boolean } {
  const misused = (reason: string): never => refuse('topics.misused', { reason, example: TOPICS_EXAMPLE });
  try {
    const { values, positionals } = parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
    const [file = refuse('topics.table-missing', { example: TOPICS_EXAMPLE }), another] = positionals;
    if (another !== undefined) misused(another);
    return { file, json: values.json ?? false };
  } catch (error) {
    if (error instanceof TypeError) return misused(error.message);
    throw error;
  }
}

/** What is found, its texts called by the numbers that they have in the table. */
const told = ({ texts, distinct, repeated, topics }: Topics, lines: readonly Line[]): object => ({
  texts,
  distinct,
  repeated: repeated.map((group) => group.map((n) => lines[n]!.id)),
  topics: topics.map(({ words, senders, texts: of }) => ({
    name: words.join(' '),
    words,
    senders,
    texts: of.map((n) => lines[n]!.id),
  })),
});

function printed({ texts, distinct, repeated, topics }: Topics, lines: readonly Line[], language: Language): string {
  const say = (key: string, params = {}): string => sentence(language, `topics.${key}`, params);
  const example = (of: readonly number[]): string => `    ${lines[of[0]!]!.id}  ${lines[of[0]!]!.title}`;
  return [
    say('read', { texts, distinct, groups: repeated.length, topics: topics.length }),
    '',
    say('head-topics'),
    ...topics
      .slice(0, SHOWN)
      .flatMap(({ words, senders, texts: of }) => [
        say('topic', { name: words.join(' '), texts: of.length, senders }),
        example(of),
      ]),
    '',
    say('head-repeated'),
    ...repeated.slice(0, SHOWN).flatMap((group) => [say('group', { texts: group.length }), example(group)]),
    '',
  ].join('\n');
}
