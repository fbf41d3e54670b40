import { findUnits } from '../../directory/index.ts';
import { dayOf } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Table } from '../../platform/sheets/index.ts';
import { mechanismsOf, newestMechanisms } from '../mechanisms/mechanism.store.ts';
import type { Catalogues, Matrix, MatrixItem, MatrixQuery } from './matrix.contract.ts';
import { byItem, standingOf, tally } from './matrix.rules.ts';
import { findItems, findLists } from './matrix.store.ts';

/** The lists of the city, and under which mechanisms matters may be items of one. */
export async function cataloguesOf(tx: Tx, { city }: Caller): Promise<Catalogues> {
  const [rows, all] = await Promise.all([findLists(tx, city), newestMechanisms(tx, city)]);
  const kinds = all.filter(({ mechanism }) => mechanism.catalogue);
  const counts = new Set(all.flatMap(({ key, mechanism }) => (mechanism.figures ? key : [])));
  return {
    rows,
    kinds: kinds.map(({ key, mechanism: { name, children } }) => {
      return { key, name, counted: children?.kinds.find((kind) => counts.has(kind)) ?? null };
    }),
  };
}

/** The items of a list in the order of their numbers, and of each where every unit stands with it. */
export async function matrixOf(
  tx: Tx,
  { city }: Caller,
  { mechanism, catalogue }: MatrixQuery,
  now: Date,
): Promise<Matrix> {
  const found = await findItems(tx, city, mechanism, catalogue);
  const parts = found.flatMap((one) => one.parts);
  const [under, units] = await Promise.all([mechanismsOf(tx, city, parts), findUnits(tx, city)]);
  const items = found.map(({ id, state, parts: below }): MatrixItem => {
    const { number, text, area, catalogued, phase } = state;
    return {
      id,
      number,
      item: catalogued!.item,
      text,
      area,
      edition: catalogued!.edition,
      dropped: catalogued!.dropped,
      closed: phase === 'closed',
      cells: below.map((part) => ({
        id: part.id,
        unit: part.lead,
        standing: standingOf(under(part), part.stage),
        stage: under(part).stages[part.stage]!.name,
        outworded: part.outworded,
        due: part.due === null ? null : dayOf(new Date(part.due)),
        late: !OVER.has(part.phase) && part.due !== null && new Date(part.due) < now,
      })),
    };
  });
  const leads = new Set(parts.map(({ lead }) => lead));
  return {
    mechanism,
    catalogue,
    units: [...units.keys()].filter((unit) => leads.has(unit)),
    items: items.toSorted(byItem),
  };
}
const OVER: ReadonlySet<string> = new Set(['answered', 'closed']);

/** The matrix as a table to be written: a row for each item, a column for each unit, both counted up. */
export async function matrixTable(
  tx: Tx,
  caller: Caller,
  query: MatrixQuery,
  now: Date,
  language: Language,
): Promise<Table> {
  const [matrix, units] = [await matrixOf(tx, caller, query, now), await findUnits(tx, caller.city)];
  const say = (key: string, params = {}): string => sentence(language, `catalogues.${key}`, params);
  const nameOf = (unit: string): string => units.get(unit)?.shortName ?? units.get(unit)?.name ?? unit;
  const cellsOf = (unit: string) => matrix.items.flatMap(({ cells }) => cells.filter((cell) => cell.unit === unit));
  const rows = matrix.items.map(({ item, text, area, cells, edition, dropped }) => {
    const { n, done, exempt } = tally(cells);
    const stands = matrix.units.map((unit) =>
      cells
        .filter((cell) => cell.unit === unit)
        .map(({ stage, late, outworded }) =>
          outworded !== null
            ? say('cell.outworded', { stage: stage[language], edition: outworded })
            : late
              ? say('cell.late', { stage: stage[language] })
              : stage[language],
        )
        .join(say('and')),
    );
    return [
      item,
      text,
      area,
      dropped === null ? edition : say('dropped-by', { edition: dropped }),
      ...stands,
      done,
      exempt,
      n,
    ];
  });
  const foot = (key: 'done' | 'exempt' | 'n') => [
    null,
    say(`total.${key}`),
    null,
    null,
    ...matrix.units.map((unit) => tally(cellsOf(unit))[key]),
    tally(matrix.items.flatMap(({ cells }) => cells))[key],
    null,
    null,
  ];
  return {
    name: say('sheet'),
    about: {
      name: say('about'),
      said: say('said', { catalogue: query.catalogue, day: dayOf(now), by: caller.name }),
      lines: [],
    },
    columns: [
      { title: say('column.item'), width: 8 },
      { title: say('column.text'), width: 44 },
      { title: say('column.area'), width: 16 },
      { title: say('column.edition'), width: 18 },
      ...matrix.units.map((unit) => ({ title: nameOf(unit), width: 14 })),
      ...(['done', 'exempt', 'n'] as const).map((key) => ({ title: say(`total.${key}`), width: 10 })),
    ],
    rows: once([...rows, foot('done'), foot('exempt'), foot('n')]),
  };
}

async function* once<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
