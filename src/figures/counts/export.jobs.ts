import { findCaller } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { sheetFile } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { countFigures } from './count.ts';
import { ExportFigures } from './count.contract.ts';
import { sheetOf } from './export.rules.ts';

/** Writes figures as a table, with the rights that the seat has when it is written. */
export const exportFigures = defineJob<{ transfer: Uuid }>('figures.export', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const now = context.now();
    const caller = await findCaller(context.pool, city, account, seat, now);
    if (!caller) return refuse('matter.export-seat-left', {}, { status: 403 });
    const { format, query } = ExportFigures.parse(JSON.parse(ask));
    const counted = await transact(context.pool, caller, (tx) => countFigures(tx, caller, query, now));
    const table = sheetOf(counted, query, language, caller.name);
    return keepFile(context, city, under, sheetFile(format, table), { rows: counted.groups.length + 1, total: null });
  }),
);
