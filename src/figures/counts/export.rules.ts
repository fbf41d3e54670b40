import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Cell } from '../../platform/sheets/contract.ts';
import type { Table } from '../../platform/sheets/index.ts';
import { sayCondition } from './words.rules.ts';
import type { Counted, FigureDefinition, FigureQuery, FigureValue } from './count.contract.ts';

type Row = readonly Cell[];

/** Figures as a table: a row for the whole and each group, a column for each figure, and of a rate both parts and the share. */
export function sheetOf(counted: Counted, query: FigureQuery, language: Language, who: string): Table {
  const say: Say = (key, params = {}) => sentence(language, key, params);
  const { mechanism, figures, whole, groups, from, to, asOf } = counted;
  const kept = Math.max(0, ...whole.map((value) => value.kept));
  const by = query.by ? say(`figures.by.${query.by}`) : say('figures.whole');
  const about = { name: mechanism.name[language], from, to, asOf, who };
  const groupName = (key: string | null, name: Counted['groups'][number]['name']): string =>
    name?.[language] ??
    (key === null ? say('figures.of-none') : query.by === 'size' ? say(`figures.size.${key}`) : key);
  const cells = (values: readonly FigureValue[]): Row => values.flatMap((value, i) => cellsOf(figures[i]!, value));
  const rows: Row[] = [
    [say('figures.whole'), ...cells(whole)],
    ...groups.map((group): Row => [groupName(group.key, group.name), ...cells(group.values)]),
  ];
  return {
    name: say('figures.title'),
    about: {
      name: say('figures.title'),
      said: say('figures.export.said', about),
      lines: [
        [say('figures.mechanism'), about.name],
        [say('figures.days'), say('figures.export.days', { from, to })],
        [say('figures.as-of'), asOf],
        [say('figures.export.by'), who],
        ...(kept ? [[say('figures.kept.title'), say('figures.kept', { n: kept })] satisfies [string, string]] : []),
        ...figures.map((figure): [string, string] => [figure.name[language], meaningOf(figure, say)]),
      ],
    },
    columns: [
      { title: by, width: 28 },
      ...figures.flatMap((figure) => titlesOf(figure, language, say).map((title) => ({ title, width: 14 }))),
    ],
    rows: {
      async *[Symbol.asyncIterator]() {
        yield rows;
      },
    },
  };
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What a figure counts, in the file’s own words. */
function meaningOf({ kind, part, of, without }: FigureDefinition, say: Say): string {
  const words = (some: readonly string[]) =>
    some.map((condition) => sayCondition(condition, say)).join(say('figures.and'));
  const parts = { part: words(part), of: words(of), without: words(without) };
  return say(`figures.meaning.${kind}`, parts) + (without.length ? say('figures.meaning.without', parts) : '');
}

const titlesOf = ({ kind, name, without }: FigureDefinition, language: Language, say: Say): string[] => [
  ...(kind === 'rate'
    ? [
        say('figures.export.part', { name: name[language] }),
        say('figures.export.of', { name: name[language] }),
        name[language],
      ]
    : [name[language]]),
  ...(without.length ? [say('figures.export.left', { name: name[language] })] : []),
];

const cellsOf = ({ kind, without }: FigureDefinition, { part, of, left }: FigureValue): Row => [
  ...(kind === 'rate' ? [part, of, of ? Math.round(((part ?? 0) / of) * 10_000) / 100 : null] : [part]),
  ...(without.length ? [left] : []),
];
