import { sentence, type Language } from '../../platform/i18n/index.ts';
import { sheetFile, type SheetFormat } from '../../platform/sheets/index.ts';

const COLUMNS = [
  ['code', 24],
  ['name', 36],
  ['industry', 14],
  ['staff', 14],
  ['revenue', 18],
  ['assets', 18],
  ['place', 18],
] as const;

/** An empty table of enterprises to be filled in, whose heads are known to the reader; the first sheet says what belongs in each. */
export function enterpriseTemplate(format: SheetFormat, language: Language): AsyncGenerator<Buffer> {
  const say = (key: string): string => sentence(language, `roster.${key}`);
  return sheetFile(format, {
    name: say('sheet.enterprises'),
    columns: COLUMNS.map(([key, width]) => ({ title: say(`column.enterprise-${key}`), width })),
    about: {
      name: say('sheet.about'),
      said: say('template.enterprises'),
      lines: COLUMNS.map(([key]) => [say(`column.enterprise-${key}`), say(`template.enterprise-${key}`)] as const),
    },
    rows: { [Symbol.asyncIterator]: none },
  });
}

async function* none(): AsyncGenerator<never> {}
