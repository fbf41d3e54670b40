import { findCaller, findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact, type Pool } from '../../platform/postgres/index.ts';
import { sheetFile, type Table } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { ExportShown, type ShownQuery, type ShownRow } from '../contract.ts';
import { viewShown } from './log.ts';

/** Writes the access log as a workbook, with the rights that the seat has when it is written. */
export const exportShown = defineJob<{ transfer: Uuid }>('privacy.shown', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const caller = await findCaller(context.pool, city, account, seat, context.now());
    if (!caller) return refuse('matter.export-seat-left', {}, { status: 403 });
    const written = { rows: 0, total: null };
    const { query } = ExportShown.parse(JSON.parse(ask));
    const table = shownTable(context.pool, caller, query, language, (rows) => (written.rows += rows));
    return keepFile(context, city, under, sheetFile('xlsx', table), written);
  }),
);

/** The log as a table that is read as it is written, page after page by key. */
function shownTable(
  pool: Pool,
  caller: Caller,
  query: ShownQuery,
  language: Language,
  told: (rows: number) => void,
): Table {
  const say = (key: string) => sentence(language, key);
  async function* rows() {
    for (let after: string | null | undefined; after !== null;) {
      const asked: ShownQuery = after === undefined ? query : { ...query, after };
      const page = await transact(pool, caller, async (tx) => ({
        ...(await viewShown(tx, caller, asked)),
        units: await findUnits(tx, caller.city),
      }));
      told(page.rows.length);
      yield page.rows.map((row) => cellsOf(row, (unit) => page.units.get(unit)?.name ?? '', say('access.no-matter')));
      after = page.next;
    }
  }
  return {
    name: say('access.title'),
    about: { name: say('copy.about'), said: say('access.title'), lines: [[say('copy.about'), say('access.lead')]] },
    columns: [
      { title: say('access.column.at'), width: 17 },
      { title: say('access.column.who'), width: 12 },
      { title: say('access.column.unit'), width: 24 },
      { title: say('access.column.title'), width: 16 },
      { title: say('access.column.purpose'), width: 40 },
      { title: say('copy.column.number'), width: 20 },
      { title: say('copy.enterprise'), width: 30 },
    ],
    rows: { [Symbol.asyncIterator]: rows },
  };
}

const cellsOf = (
  { at, who, unit, title, purpose, matter, enterprise }: ShownRow,
  nameOf: (unit: Uuid) => string,
  noMatter: string,
) => [
  // In the city's time.
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
  who,
  unit && nameOf(unit),
  title,
  purpose,
  matter?.number ?? noMatter,
  enterprise,
];
