import { sentence, type Language } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { MEDIA } from '../../platform/sheets/index.ts';
import { beginExport, type Transfer } from '../../platform/transfers/index.ts';
import { dayOf } from '../../kernel/index.ts';
import type { ExportMatters } from './list.contract.ts';
import { exportMatters } from './export.jobs.ts';

/** Begins the export of a list; the same id sent again gives the first. It is written by a job, in the language of now. */
export async function beginMattersExport(
  tx: Tx,
  caller: Caller,
  request: ExportMatters,
  language: Language,
  now: Date,
): Promise<Transfer> {
  const { id, format, list } = request;
  const title = list.kind === 'chosen' ? list.title : sentence(language, nameOf(list));
  const fileName = `${title.replace(/[\\/:*?"<>|]/gu, ' ')} ${dayOf(now)}.${format}`;
  const given = { id, title, ask: request, language, fileName, mediaType: MEDIA[format] };
  return beginExport(tx, caller, given, exportMatters, now);
}

const nameOf = (list: ExportMatters['list']): string =>
  list.kind === 'ledger' && list.query.round ? 'transfer.list.round' : `transfer.list.${list.kind}`;
