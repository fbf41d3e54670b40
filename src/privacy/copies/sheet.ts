import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Table } from '../../platform/sheets/index.ts';
import type { Copy, CopiedWord } from './copy.ts';

/** A copy of somebody's data as a workbook: how they are reached on its first sheet, what was said on the second. */
export function copyTable(copy: Copy, language: Language): Table {
  const say = (key: string, params?: Readonly<Record<string, string | number>>) => sentence(language, key, params);
  const { enterprise, contacts, matters, words } = copy;
  async function* rows() {
    yield words.map((word) => [word.number, shanghai(word.at), who(word, say), textOf(word, say)]);
  }
  return {
    name: say('copy.sheet'),
    about: {
      name: say('copy.about'),
      said: say('copy.said', { n: matters }),
      lines: [
        ...(enterprise ? [[say('copy.enterprise'), enterprise] as const] : []),
        ...contacts.map((contact) => [say('copy.contact'), contact] as const),
        [say('copy.matters'), String(matters)],
      ],
    },
    columns: [
      { title: say('copy.column.number'), width: 20 },
      { title: say('copy.column.at'), width: 17 },
      { title: say('copy.column.who'), width: 22 },
      { title: say('copy.column.text'), width: 80 },
    ],
    rows: { [Symbol.asyncIterator]: rows },
  };
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;
const who = ({ mine, unit, mayor }: CopiedWord, say: Say): string =>
  mine ? say('copy.mine') : (unit ?? say(mayor ? 'copy.mayor' : 'copy.office'));
const textOf = ({ stars, text }: CopiedWord, say: Say): string =>
  stars === null ? text : [say('copy.stars', { n: stars }), text].filter(Boolean).join(' ');

/** `2026-03-16 10:00`, in the city's time. */
const shanghai = (at: string): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
