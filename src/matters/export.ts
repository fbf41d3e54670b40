import { Readable } from 'node:stream';
import { findUnits } from '../directory/index.ts';
import { sentence, type Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { transact, type Pool } from '../platform/postgres/index.ts';
import type { LedgerQuery, MatterRow } from './contract.ts';
import { csvLine } from './csv.rules.ts';
import { list } from './list.ts';

const COLUMNS = ['number', 'text', 'area', 'lead', 'co', 'due', 'phase', 'slip', 'workdays-left'] as const;
const PAGE = 200;

/**
 * The list as CSV, page after page, each in a transaction of its own: constant memory, however long the list. Begins with a
 * byte order mark, without which Excel reads Chinese as gibberish.
 */
export function exportCsv(pool: Pool, caller: Caller, query: LedgerQuery, now: Date, language: Language): Readable {
  async function* lines(): AsyncGenerator<string> {
    const units = await transact(pool, caller, (tx) => findUnits(tx, caller.city));
    const name = (id: string | null): string => (id && units.get(id)?.name) ?? '';
    const row = (m: MatterRow): string => {
      const slip = m.slip ? sentence(language, `matter.slip.${m.slip}`) : '';
      const co = m.co.map(name).join(language === 'zh' ? '、' : '; ');
      return csvLine([
        m.number,
        m.text,
        m.area,
        name(m.lead),
        co,
        m.due,
        sentence(language, `matter.phase.${m.phase}`),
        slip,
        m.workdaysLeft,
      ]);
    };
    yield `\uFEFF${csvLine(COLUMNS.map((column) => sentence(language, `matter.column.${column}`)))}`;
    let after: string | null = query.after ?? '';
    while (after !== null) {
      const asked: LedgerQuery = { ...query, after, limit: PAGE };
      const page = await transact(pool, caller, (tx) => list(tx, caller, asked, now));
      yield page.rows.map(row).join('');
      after = page.next;
    }
  }
  return Readable.from(lines());
}
