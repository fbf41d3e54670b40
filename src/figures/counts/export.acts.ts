import { dayOf } from '../../kernel/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { beginExport, type Transfer } from '../../platform/transfers/index.ts';
import { countFigures } from './count.ts';
import type { ExportFigures } from './count.contract.ts';
import { exportFigures } from './export.jobs.ts';

/** Begins the export of figures; the same id sent again gives the first. What cannot be counted is refused at once. */
export async function beginFiguresExport(
  tx: Tx,
  caller: Caller,
  request: ExportFigures,
  language: Language,
  now: Date,
): Promise<Transfer> {
  const { id, format, query } = request;
  const { mechanism } = await countFigures(tx, caller, query, now);
  const { from, to } = query;
  const title = sentence(language, 'figures.export.title', { name: mechanism.name[language], from, to });
  const fileName = `${title} ${dayOf(now)}.${format}`;
  const given = { id, title, ask: request, language, fileName, mediaType: MEDIA[format] };
  return beginExport(tx, caller, given, exportFigures, now);
}
