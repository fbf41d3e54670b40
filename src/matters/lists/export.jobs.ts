import { findCaller } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { sheetFile } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { ExportMatters } from './list.contract.ts';
import { countRows, exportTable } from './export.ts';

/**
 * Writes an export as whoever asked for it, with the rights that the seat has when it is written: who has left it since gets
 * nothing.
 */
export const exportMatters = defineJob<{ transfer: Uuid }>('matters.export', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const now = context.now();
    const caller = await findCaller(context.pool, city, account, seat, now);
    if (!caller) return refuse('matter.export-seat-left', {}, { status: 403 });
    const { format, list } = ExportMatters.parse(JSON.parse(ask));
    const wanted = { pool: context.pool, caller, list, language, now };
    const written = { rows: 0, total: await countRows(wanted) };
    const table = await exportTable(wanted, (rows) => (written.rows += rows));
    const size = await keepFile(context, city, under, sheetFile(format, table), written);
    return size;
  }),
);
