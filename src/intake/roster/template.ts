import { sentence, type Language } from '../../platform/i18n/index.ts';
import { sheetFile, type SheetFormat } from '../../platform/sheets/index.ts';

/** What a template is of. A workbook has both; CSV knows one table a file. */
export type TemplateOf = 'units' | 'people';

const COLUMNS: Readonly<Record<TemplateOf, readonly (readonly [key: string, width: number])[]>> = {
  units: [
    ['unit-name', 32],
    ['shortName', 18],
    ['kind', 16],
    ['parent', 32],
    ['aliases', 32],
    ['address', 32],
    ['phone', 18],
    ['longitude', 12],
    ['latitude', 12],
  ],
  people: [
    ['person-name', 14],
    ['login', 18],
    ['unit', 32],
    ['role', 14],
    ['title', 20],
  ],
};

/** Empty tables to be filled in, whose heads are known to {@link readRoster}; the first sheet says what belongs in each column. */
export function rosterTemplate(format: SheetFormat, of: TemplateOf, language: Language): AsyncGenerator<Buffer> {
  const say = (key: string): string => sentence(language, `roster.${key}`);
  const table = (one: TemplateOf) => ({
    name: say(`sheet.${one}`),
    columns: COLUMNS[one].map(([key, width]) => ({ title: say(`column.${key}`), width })),
  });
  const lines = (['units', 'people'] as const).flatMap((one) =>
    COLUMNS[one].map(([key]) => [`${say(`sheet.${one}`)} · ${say(`column.${key}`)}`, say(`template.${key}`)] as const),
  );
  const about = { name: say('sheet.about'), said: say(`template.${of}`), lines };
  const rows = { [Symbol.asyncIterator]: none };
  if (format === 'csv') return sheetFile(format, { ...table(of), about, rows });
  return sheetFile(format, { ...table('units'), about, rows, also: [table('people')] });
}

async function* none(): AsyncGenerator<never> {}
