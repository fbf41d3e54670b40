import { sentence, type Language } from '../../platform/i18n/index.ts';
import { sheetFile, type SheetFormat } from '../../platform/sheets/index.ts';

const COLUMNS = {
  text: 64,
  area: 18,
  lead: 24,
  co: 32,
  due: 14,
  aim: 30,
  confidential: 10,
  enterprise: 26,
  contact: 18,
  place: 26,
  category: 18,
  channel: 14,
} as const;

/** An empty table to be filled in, whose heads are known to the import; its first sheet says what belongs in each column. */
export function templateFile(format: SheetFormat, language: Language): AsyncGenerator<Buffer> {
  const say = (key: string): string => sentence(language, key);
  const columns = Object.entries(COLUMNS).map(([key, width]) => ({ title: say(`matter.column.${key}`), width }));
  const lines = Object.keys(COLUMNS).map((key) => [say(`matter.column.${key}`), say(`sheet.template.${key}`)] as const);
  const about = { name: say('transfer.sheet.about'), said: say('sheet.template.said'), lines };
  const rows = { [Symbol.asyncIterator]: none };
  return sheetFile(format, { name: say('transfer.sheet.matters'), about, columns, rows });
}

async function* none(): AsyncGenerator<never> {}
