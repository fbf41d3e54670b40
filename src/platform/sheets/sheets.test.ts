import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { Cell, Table } from './contract.ts';
import { csvLine } from './csv.rules.ts';
import { disarmed, isFormula, rearmed } from './formula.rules.ts';
import { sheetFile } from './index.ts';
import { letters, xmlText } from './xlsx.rules.ts';
import { xlsxFile } from './xlsx.ts';

const batches = (...rows: Cell[][][]): Table => ({
  name: '事项',
  about: { name: '说明', said: '内容：台账', lines: [['内容', '台账']] },
  columns: [
    { title: '编号', width: 12 },
    { title: '事项', width: 40 },
  ],
  rows: (async function* () {
    yield* rows;
  })(),
});
async function whole(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks);
}
/** The files of a ZIP by name; yauzl checks sizes and sums. */
async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, (await whole(await zip.openReadStreamPromise(entry))).toString('utf8'));
  return files;
}

describe('CSV', () => {
  test('begins with its mark and says what it is, then the heads, then the rows', async () => {
    const file = await whole(
      sheetFile(
        'csv',
        batches([
          ['1', '修渠，"两期"'],
          ['2', null],
        ]),
      ),
    );
    expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(file.toString('utf8').slice(1).split('\r\n')).toEqual([
      '内容：台账',
      '编号,事项',
      '1,"修渠，""两期"""',
      '2,',
      '',
    ]);
  });

  test.each([['=1+1'], ['+8'], ['-8'], ['@SUM(A1)'], ['\t=1'], ['\r=1'], ['＝1+1'], ["'=1"]])(
    'a text that a spreadsheet would run is disarmed: %j',
    (text) => {
      expect(csvLine([text]).replaceAll('"', '').startsWith("'")).toBe(true);
    },
  );

  test('a number is a number, also a negative one: overdue days are summed up', () =>
    expect(csvLine([-3, { day: '2026-11-25' }])).toBe('-3,2026-11-25\r\n'));

  test('what was disarmed comes back as it was, whatever it was, and runs nowhere', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[=+\-@'\t＝a事]{0,5}$/u), (text) => {
        expect(rearmed(disarmed(text))).toBe(text);
        expect(/^[=+\-@\t\r]/u.test(disarmed(text))).toBe(false);
      }),
    ));
});

describe('XLSX', () => {
  test('texts are texts and never formulas; what looks like one bears the mark that keeps it a text when edited', async () => {
    const sheet = (await unzipped(await whole(xlsxFile(batches([['=1+1', '<甲> & 乙']]))))).get(
      'xl/worksheets/sheet2.xml',
    )!;
    expect(sheet).toContain('<c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain('&lt;甲&gt; &amp; 乙');
    expect(sheet).not.toContain('<f>');
  });

  test('a day is a day, whose number a spreadsheet knows', async () => {
    const files = await unzipped(await whole(xlsxFile(batches([[{ day: '2026-01-01' }, 5]]))));
    expect(files.get('xl/worksheets/sheet2.xml')).toContain('<c r="A2" s="2"><v>46023</v></c><c r="B2"><v>5</v></c>');
  });

  test.each([
    [4, 2, ['sheet1', 'sheet2', 'sheet3'], 'a full sheet is followed by no empty one'],
    [5, 2, ['sheet1', 'sheet2', 'sheet3', 'sheet4'], 'what is too much for a sheet goes on in the next'],
    [0, 2, ['sheet1', 'sheet2'], 'an empty list still has its heads'],
  ])('%i rows, %i to a sheet: %j — %s', async (rows, most, sheets, _why) => {
    const table = batches(Array.from({ length: rows }, (_, i): Cell[] => [String(i), 'x']));
    const files = await unzipped(await whole(xlsxFile(table, most)));
    const found = [...files.keys()].filter((name) => name.startsWith('xl/worksheets/'));
    expect(found.map((name) => name.slice(14, -4))).toEqual(sheets);
    const written = found.slice(1).map((name) => files.get(name)!.match(/<row /g)!.length - 1);
    expect(written.reduce((a, b) => a + b, 0)).toBe(rows);
  });

  test('whoever leaves in the middle ends the reading too', async () => {
    let ended = false;
    const table = batches();
    const rows = (async function* () {
      try {
        for (;;) yield [['1', 'x'.repeat(1000)]];
      } finally {
        ended = true;
      }
    })();
    let chunks = 0;
    for await (const _ of xlsxFile({ ...table, rows })) if (++chunks > 5) break;
    expect(ended).toBe(true);
  });

  test('columns are lettered as spreadsheets letter them', () =>
    expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));

  test('what XML cannot hold is left out, and what a spreadsheet would read as a number of a character is told apart', () => {
    expect(xmlText('甲\u0000\u001b乙\ud800')).toBe('甲乙\ufffd');
    expect(xmlText('_x000D_\r')).toBe('_x005F_x000D__x000D_');
    expect(isFormula('事项')).toBe(false);
  });
});
