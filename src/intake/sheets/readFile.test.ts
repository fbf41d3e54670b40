import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { textRow, workbookOf, zipped } from '../../../test/support/workbook.ts';
import { Refusal } from '../../kernel/index.ts';
import { delimiterOf, readCsv } from './csv.rules.ts';
import { tablesOfFile, SHEET_LIMIT } from './readFile.ts';

const rowsOf = async (bytes: Uint8Array): Promise<unknown> => (await tablesOfFile(bytes)).sheets[0]!.rows;
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await tablesOfFile(bytes);
    return 'read';
  } catch (fault) {
    if (fault instanceof Refusal) return fault.problem.code;
    throw fault;
  }
};

describe('a CSV is read as spreadsheets write it', () => {
  test.each([
    ['comma', '事项,单位\n修渠,市水利局\n', ','],
    ['tab', '事项\t单位\n修渠,植树\t市水利局\n', '\t'],
    ['semicolon', '事项;单位\n修渠,植树;市水利局\n', ';'],
    ['said by the file', 'sep=|\n事项|单位,全称\n修渠|a\n', '|'],
    ['commas inside quotation marks do not count', '"a,b";c\n"d,e,f";g\n', ';'],
  ])('parted by %s', (_, text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  test('quotation marks, lines within a cell, empty lines, and the number that a spreadsheet shows beside each row', () => {
    const read = readCsv('事项,备注\r\n"修渠，\n两期","说""好"""\r\n\r\n植树,\r\n');
    expect(read.ok && read.value).toEqual([
      { n: 1, cells: ['事项', '备注'] },
      { n: 2, cells: ['修渠，\n两期', '说"好"'] },
      { n: 4, cells: ['植树', ''] },
    ]);
    const told = readCsv('sep=;\n事项;备注\n修渠;无\n');
    expect(told.ok && told.value.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('what follows a closing quotation mark belongs to its cell, and starts no row of its own', () => {
    const read = readCsv('事项,单位\n"修渠"（两期）,市水利局\n植树,市林业局\n');
    expect(read.ok && read.value.slice(1)).toEqual([
      { n: 2, cells: ['修渠（两期）', '市水利局'] },
      { n: 3, cells: ['植树', '市林业局'] },
    ]);
  });

  test('a quotation mark that is never closed is named by its line, not read to the end of the file', () => {
    const read = readCsv('事项\n修渠\n"植树\n还有\n');
    expect(!read.ok && read.problem).toMatchObject({ code: 'sheet.quote-open', params: { line: 3 } });
  });

  test('in GB18030, as an older office saves it', async () => {
    const bytes = iconv.encode('事项,牵头单位\n整修干渠九条，抓好春灌工作,市水利局\n', 'gb18030');
    expect(await rowsOf(bytes)).toEqual([
      { n: 1, cells: ['事项', '牵头单位'] },
      { n: 2, cells: ['整修干渠九条，抓好春灌工作', '市水利局'] },
    ]);
  });
});

test('a text that is called a workbook is told from one; called .csv it is read', async () => {
  const text = Buffer.from('事项,牵头单位\n修渠,市水利局\n');
  await expect(tablesOfFile(text, '清单.XLSX')).rejects.toMatchObject({
    problem: { code: 'sheet.file-no-workbook', status: 415, params: { name: '清单.XLSX' } },
  });
  expect((await tablesOfFile(text, '清单.csv')).sheets[0]!.rows).toHaveLength(2);
});

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>';

describe('an XLSX is read as it is shown', () => {
  test('texts of every make, numbers, days by their format, shares', async () => {
    const shared =
      '<sst><si><t>修渠</t></si><si><r><t>植</t></r><r><t xml:space="preserve">树 </t></r><rPh><t>ZHI</t></rPh></si></sst>';
    const rows = `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" s="1"><v>46023</v></c><c r="E3" s="2"><v>46023.5</v></c><c r="F3"><v>0.30000000000000004</v></c><c r="G3" s="3"><v>0.35</v></c><c r="H3" t="b"><v>1</v></c></row>`;
    expect(await rowsOf(workbookOf(rows, { styles: STYLES, shared }))).toEqual([
      { n: 3, cells: ['修渠', '植树 ', '', '2026-01-01', '2026-01-01', '0.3', '35%', 'TRUE'] },
    ]);
  });

  test('days of a workbook that counts from 1904', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>44561</v></c></row>';
    const workbook = '<workbookPr date1904="1"/>';
    expect(await rowsOf(workbookOf(rows, { styles: STYLES, workbook }))).toEqual([{ n: 1, cells: ['2026-01-01'] }]);
  });

  test('of a formula its last shown value is read and nothing is worked out; one without a value is counted and named', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","修渠")</f><v>修渠</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c></row><row r="2"><c r="A2"><f>A9</f></c></row>`;
    const { sheets, notes } = await tablesOfFile(workbookOf(rows));
    expect(sheets[0]!.rows).toEqual([
      { n: 1, cells: ['修渠', '', ''], unvalued: [1] },
      { n: 2, cells: [''], unvalued: [0] },
    ]);
    expect(notes).toMatchObject({ formulas: 4, unvalued: 2 });
  });

  test('macros and links to other files are passed over, and said', async () => {
    const more = { 'xl/vbaProject.bin': 'macro', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' };
    const { sheets, notes } = await tablesOfFile(workbookOf(textRow(1, '修渠'), { more }));
    expect(sheets[0]!.rows).toHaveLength(1);
    expect(notes).toMatchObject({ macros: true, links: true });
  });

  test('cells merged downwards hold each what the first shows; a title over the columns stays one', async () => {
    const rows =
      textRow(1, '清单') +
      textRow(2, '城市管理', '修渠') +
      '<row r="3"><c r="B3" t="inlineStr"><is><t>植树</t></is></c></row>';
    const sheet = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>';
    expect(await rowsOf(workbookOf(rows, { sheet }))).toEqual([
      { n: 1, cells: ['清单'] },
      { n: 2, cells: ['城市管理', '修渠'] },
      { n: 3, cells: ['城市管理', '植树'] },
    ]);
  });
});

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const whole = workbookOf(textRow(1, '修渠'));
const bomb = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'.repeat(3_500_000);

describe('what is refused, and why', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['an empty file', () => Buffer.alloc(0), 'sheet.file-empty'],
    ['a CSV of nothing', () => Buffer.from(' \n \n'), 'sheet.file-empty'],
    ['a file over the limit', () => Buffer.alloc(SHEET_LIMIT + 1, 0x41), 'sheet.file-too-large'],
    ['a bomb', () => workbookOf(bomb), 'sheet.file-unpacks-too-large'],
    [
      'a table with a password',
      () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'sheet.file-encrypted',
    ],
    ['an old Excel file', () => ole, 'sheet.old-excel'],
    ['one that was cut off', () => whole.subarray(0, whole.length - 30), 'sheet.file-damaged'],
    ['one whose sheet is no XML', () => workbookOf('<row r="1"><c r="A1'), 'sheet.file-damaged'],
    ['one that declares entities of its own', () => workbookOf('<!DOCTYPE a [<!ENTITY b "b">]>'), 'sheet.file-damaged'],
    ['a ZIP that is no XLSX', () => zipped({ 'word/document.xml': '<a/>' }), 'sheet.file-wrong-type'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'sheet.file-wrong-type'],
    [
      'bytes of a program',
      () => Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 11)),
      'sheet.file-not-text',
    ],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes())).toBe(code));
});
