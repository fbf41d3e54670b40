import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Cell } from '../../platform/sheets/contract.ts';
import type { Table } from '../../platform/sheets/index.ts';
import type { Ranking } from './ranking.contract.ts';

type Row = readonly Cell[];
type Rate = { readonly part: number; readonly of: number; readonly left?: number };

/**
 * A ranking as a table: a row for each unit with its place, its score and of each rate both parts, the share and what it leaves out; a row for
 * the mean of its peers; then the units that are not ranked, with the reason where the place would stand.
 */
export function sheetOf(ranking: Ranking, nameOf: (unit: string) => string, language: Language, who: string): Table {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => sentence(language, key, params);
  const { mechanism, from, to, asOf, score, groups, least, prior, kept, placed } = ranking;
  const about = { name: mechanism.name[language], from, to, asOf, who };
  const weights = score
    .map(({ name, weight }) => say('figures.ranking.weight', { name: name[language], weight }))
    .join(say('figures.and'));
  const rates = (some: readonly Rate[]): Row =>
    score.flatMap(({ without }, i): Row => {
      const { part, of, left = null } = some[i]!;
      return [part, of, of ? Math.round((part / of) * 10_000) / 100 : null, ...(without.length ? [left] : [])];
    });
  const rows = groups.flatMap(({ group, mean, ranked, left }): Row[] => {
    const peers = say(`figures.ranking.group.${group}`);
    return [
      ...ranked.map((one): Row => {
        const told = one.last ? [say('figures.ranking.last'), one.followed?.number].filter(Boolean).join(' ') : '';
        return [peers, nameOf(one.unit), one.place, one.score, one.n, ...rates(one.rates), told];
      }),
      ...(ranked.length ? [[peers, say('figures.ranking.mean'), null, null, null, ...rates(mean), '']] : []),
      ...left.map(({ unit, n }): Row => {
        const nothing = rates(score.map(() => ({ part: 0, of: 0 }))).map(() => null);
        return [peers, nameOf(unit), null, null, n, ...nothing, say('figures.ranking.export.too-few', { least })];
      }),
    ];
  });
  return {
    name: say('figures.ranking'),
    about: {
      name: say('figures.ranking'),
      said: say('figures.export.said', about),
      lines: [
        [say('figures.mechanism'), about.name],
        [say('figures.days'), say('figures.export.days', { from, to })],
        [say('figures.as-of'), asOf],
        [say('figures.export.by'), who],
        [say('figures.ranking.score'), say('figures.ranking.formula', { weights, prior, least })],
        ...(kept
          ? [[say('figures.kept.title'), say(placed ? 'figures.ranking.placed' : 'figures.ranking.kept')] as const]
          : []),
      ],
    },
    columns: [
      { title: say('figures.ranking.export.peers'), width: 14 },
      { title: say('figures.ranking.unit'), width: 28 },
      ...['place', 'score', 'n'].map((of) => ({ title: say(`figures.ranking.${of}`), width: 10 })),
      ...score.flatMap(({ name, without }) => {
        const named = { name: name[language] };
        const parts = [say('figures.export.part', named), say('figures.export.of', named), named.name];
        return [...parts, ...(without.length ? [say('figures.export.left', named)] : [])].map((title) => ({
          title,
          width: 14,
        }));
      }),
      { title: say('figures.ranking.export.note'), width: 24 },
    ],
    rows: {
      async *[Symbol.asyncIterator]() {
        yield rows;
      },
    },
  };
}
