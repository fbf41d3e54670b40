import { findCaller, findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { sheetFile } from '../../platform/sheets/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { sheetOf } from './export.rules.ts';
import { ExportRanking } from './ranking.contract.ts';
import { rankUnits } from './ranking.ts';

/** Writes a ranking as a table, with the rights that the seat has when it is written. */
export const exportRanking = defineJob<{ transfer: Uuid }>('figures.ranking-export', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const now = context.now();
    const caller = await findCaller(context.pool, city, account, seat, now);
    if (!caller) return refuse('matter.export-seat-left', {}, { status: 403 });
    const { format, query } = ExportRanking.parse(JSON.parse(ask));
    const [ranking, units] = await transact(context.pool, caller, async (tx) => [
      await rankUnits(tx, caller, query, now),
      await findUnits(tx, city),
    ]);
    const table = sheetOf(ranking, (unit) => units.get(unit)?.name ?? unit, language, caller.name);
    const rows = ranking.groups.reduce((sum, { ranked, left }) => sum + ranked.length + 1 + left.length, 0);
    return keepFile(context, city, under, sheetFile(format, table), { rows, total: null });
  }),
);
