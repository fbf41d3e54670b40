import { dayOf } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { beginExport, type Transfer } from '../../platform/transfers/index.ts';
import { exportRanking } from './export.jobs.ts';
import type { ExportRanking } from './ranking.contract.ts';
import { rankUnits } from './ranking.ts';

/** Begins the export of a ranking; the same id sent again gives the first. What cannot be ranked is refused at once. */
export async function beginRankingExport(
  tx: Tx,
  caller: Caller,
  request: ExportRanking,
  language: Language,
  now: Date,
): Promise<Transfer> {
  const { id, format, query } = request;
  const { mechanism, from, to } = await rankUnits(tx, caller, query, now);
  const title = sentence(language, 'figures.ranking.export.title', { name: mechanism.name[language], from, to });
  const fileName = `${title} ${dayOf(now)}.${format}`;
  // Of these very days, whatever is ranked last by the time it is written.
  const ask = { ...request, query: { ...query, from, to } };
  const given = { id, title, ask, language, fileName, mediaType: MEDIA[format] };
  return beginExport(tx, caller, given, exportRanking, now);
}
