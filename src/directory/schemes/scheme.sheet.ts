import { sentence, type Language } from '../../platform/i18n/index.ts';
import { sheetFile, type SheetFormat } from '../../platform/sheets/index.ts';
import type { Scheme } from './scheme.contract.ts';
import { codesOf, wayTo } from './scheme.rules.ts';

const WIDTHS = { code: 14, zh: 28, en: 32, parent: 14, retired: 10, way: 60 } as const;

/** A version of a scheme as a table with the heads that an import knows; the last column is for whoever reads it. */
export function schemeSheet(format: SheetFormat, scheme: Scheme, language: Language): AsyncGenerator<Buffer> {
  const say = (key: string, params: Record<string, string | number> = {}) => sentence(language, key, params);
  const { name, version, categories } = scheme;
  const byCode = codesOf(categories);
  const said = say('scheme.table.said', { name: name[language], version });
  async function* rows() {
    yield categories.map(({ code, zh, en, parent, retired }) => [
      code,
      zh,
      en,
      parent,
      retired ? say('scheme.table.yes') : null,
      wayTo(byCode, code)
        .map((one) => one[language] ?? one.zh)
        .join(' / '),
    ]);
  }
  return sheetFile(format, {
    name: name[language],
    about: {
      name: say('transfer.sheet.about'),
      said,
      lines: [[say('scheme.table.scheme'), said]],
    },
    columns: Object.entries(WIDTHS).map(([key, width]) => ({ title: say(`scheme.table.${key}`), width })),
    rows: rows(),
  });
}
