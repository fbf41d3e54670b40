import { dayNumber } from '../../kernel/index.ts';
import type { Cell } from './contract.ts';
import { isFormula } from './formula.rules.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The number of 1970-01-01 in a spreadsheet that counts from 1900. */
const EPOCH = 25_569;

/**
 * Cell formats, in the order of STYLES. Texts have the format of texts, so that what is typed into them later stays text; what
 * looks like a formula has besides the mark that a spreadsheet sets when a person types an apostrophe before it.
 */
const STYLE = { head: 1, day: 2, text: 3, formula: 4 } as const;

export const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEDE9"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"><alignment horizontal="left"/></xf><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What XML 1.0 cannot hold at all. */
// oxlint-disable-next-line no-control-regex -- removed on purpose
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Text inside an element. A spreadsheet reads `_x000D_` as a character of that number, so a text that says so is told apart. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, '')
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_');

/** One row, whose number is `n`, counted from 1. */
export const rowXml = (cells: readonly Cell[], n: number, head = false): string =>
  `<row r="${n}">${cells.map((cell, i) => cellXml(cell, `${letters(i)}${n}`, head)).join('')}</row>`;

function cellXml(cell: Cell, at: string, head: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="${STYLE.day}"><v>${dayNumber(cell.day) + EPOCH}</v></c>`;
  const style = head ? STYLE.head : isFormula(cell) ? STYLE.formula : STYLE.text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

const kept: string[] = [];
/** The letters of a column, counted from 0: A, B … Z, AA. */
export function letters(column: number): string {
  const known = kept[column];
  if (known) return known;
  const last = String.fromCodePoint(65 + (column % 26));
  return (kept[column] = column < 26 ? last : letters(Math.floor(column / 26) - 1) + last);
}

/** A sheet before its rows; the first row stays in sight when it is a head. */
export function sheetStart(widths: readonly number[], frozen: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** A sheet after its rows. */
export const sheetEnd = (filtered: string | null): string =>
  `</sheetData>${filtered ? `<autoFilter ref="${filtered}"/>` : ''}</worksheet>`;

/** The parts that bind the sheets together, written last, when their number is known. */
export function bindings(names: readonly string[]): { name: string; text: string }[] {
  const sheet = (i: number): string => `xl/worksheets/sheet${i + 1}.xml`;
  const overrides = names.map((_, i) => `<Override PartName="/${sheet(i)}" ContentType="${SHEET}.worksheet+xml"/>`);
  const sheets = names.map((name, i) => `<sheet name="${sheetName(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const relations = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return [
    {
      name: 'xl/workbook.xml',
      text: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${names.length > 1 ? 1 : 0}"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${styles}</Relationships>`,
    },
    { name: 'xl/styles.xml', text: STYLES },
    {
      name: '[Content_Types].xml',
      text: `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
  ];
}

/** A sheet's name may have 31 characters and none of \ / ? * [ ] : */
const sheetName = (name: string): string => xmlText([...name.replace(/[\\/?*[\]:]/gu, ' ')].slice(0, 31).join(''));
