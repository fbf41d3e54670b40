import { findUnits } from '../../directory/index.ts';
import type { Day, Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Table } from '../../platform/sheets/index.ts';
import { quartersOf, sharesOfUnit } from './share.rules.ts';
import { treeOf } from './tree.ts';

type Asked = { readonly asOf?: Day | undefined; readonly unit?: Uuid | undefined };

/** What a unit owes of a tree, or all units do, as a table to be written: a row for each target, with its plan by quarter and its last reading. */
export async function treeTable(
  tx: Tx,
  caller: Caller,
  top: Uuid,
  { asOf, unit }: Asked,
  now: Date,
  language: Language,
): Promise<Table> {
  const tree = await treeOf(tx, caller, top, { asOf }, now);
  const units = await findUnits(tx, caller.city);
  const say = (key: string, params = {}): string => sentence(language, `trees.${key}`, params);
  const nameOf = (id: string | null): string | null => (id === null ? null : (units.get(id)?.name ?? id));
  const rows = sharesOfUnit(tree.nodes, unit ?? null).map(({ node, target, above, part }) => {
    // What is read in parts, by several units, is read of them; nobody owes a reading of the whole.
    const last = node.parts ? { value: node.parts.read, on: node.parts.on } : target?.readings.at(-1);
    return [
      node.number,
      above
        .slice(1)
        .map(({ text }) => text)
        .join(' / '),
      node.text,
      nameOf(unit ?? node.lead),
      say(`unit.part.${part}`),
      target && (target.sense === 'most' ? say('most.short', { quantity: target.quantity }) : Number(target.quantity)),
      target && sentence(language, `measure.${target.in}`),
      ...(target ? quartersOf(target) : [null, null, null, null]).map((n) => (n === null ? null : Number(n))),
      target?.standing ? Number(target.standing.planned) : null,
      last ? Number(last.value) : null,
      last?.on ?? null,
      say(`standing.${node.sum.standing}`),
      target?.wanted && !node.parts ? say(target.wanted.late ? 'wanted.late' : 'wanted', target.wanted) : null,
    ];
  });
  const plan = tree.nodes[0]!.text;
  const about = { plan, day: tree.asOf, by: caller.name };
  return {
    name: say('sheet'),
    about: {
      name: say('sheet.about'),
      said: unit ? say('sheet.said', { ...about, unit: nameOf(unit) }) : say('sheet.said.all', about),
      lines: [],
    },
    columns: [
      { title: say('sheet.number'), width: 18 },
      { title: say('sheet.path'), width: 36 },
      { title: say('sheet.indicator'), width: 32 },
      { title: say('sheet.unit'), width: 18 },
      { title: say('sheet.part'), width: 8 },
      { title: say('sheet.quantity'), width: 12 },
      { title: say('sheet.measure'), width: 12 },
      ...[1, 2, 3, 4].map((n) => ({ title: say('quarter', { n }), width: 12 })),
      { title: say('sheet.planned'), width: 12 },
      { title: say('sheet.value'), width: 12 },
      { title: say('sheet.on'), width: 14 },
      { title: say('sheet.standing'), width: 10 },
      { title: say('sheet.wanted'), width: 32 },
    ],
    rows: once(rows),
  };
}

async function* once<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows;
}
