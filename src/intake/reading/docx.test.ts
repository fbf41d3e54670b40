import { describe, expect, test } from 'vitest';
import { htmlText } from './docx.ts';

test('paragraphs, headings and lists are lines', () => {
  expect(htmlText('<h1>纪要</h1><p>一、修渠&amp;植树</p><ol><li>甲</li><li>乙</li></ol>')).toBe(
    '纪要\n一、修渠&植树\n甲\n乙',
  );
});

test('a row of a list of tasks reads as a sentence with its bracket', () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((c) => `<td><p>${c}</p></td>`).join('')}</tr>`;
  const table = `<table>${row('序号', '任务', '责任单位', '完成时限')}${row('1', '整修干渠9条', '市水务局', '4月底前')}${row('2', '植树。', '', '')}</table>`;
  expect(htmlText(table)).toBe('1.整修干渠9条。（责任单位：市水务局；完成时限：4月底前）\n2.植树。');
});

test('a table without such a head stays as it is printed', () => {
  expect(htmlText('<table><tr><td>甲</td><td>乙</td></tr></table>')).toBe('甲 乙');
});

describe('cells', () => {
  const table = (...rows: string[]): string => `<table>${rows.map((r) => `<tr>${r}</tr>`).join('')}</table>`;
  const cells = (...texts: string[]): string => texts.map((t) => `<td><p>${t}</p></td>`).join('');

  test('an area merged over several rows is that of each', () => {
    expect(
      htmlText(
        table(
          cells('序号', '领域', '任务', '责任单位'),
          `${cells('1')}<td rowspan="3"><p>春灌</p></td>${cells('修渠', '市水务局')}`,
          cells('2', '清淤', '各乡镇'),
          cells('3', '检修泵站', '市水务局'),
          cells('4', '春播', '备种', '市农业农村局'),
        ),
      ),
    ).toBe(
      '1.春灌。修渠。（责任单位：市水务局）\n2.春灌。清淤。（责任单位：各乡镇）\n3.春灌。检修泵站。（责任单位：市水务局）\n4.春播。备种。（责任单位：市农业农村局）',
    );
  });
  test('a unit merged over several rows has each of them', () => {
    expect(
      htmlText(
        table(
          cells('任务', '责任单位', '完成时限'),
          `${cells('修渠')}<td rowspan="2"><p>市水务局</p></td>${cells('4月底前')}`,
          cells('清淤', '5月底前'),
        ),
      ),
    ).toBe('修渠。（责任单位：市水务局；完成时限：4月底前）\n清淤。（责任单位：市水务局；完成时限：5月底前）');
  });
  test('a cell over two columns keeps the others in their places', () => {
    expect(
      htmlText(table(cells('任务', '备注', '责任单位'), `<td colspan="2"><p>修渠</p></td>${cells('市水务局')}`)),
    ).toBe('修渠。（责任单位：市水务局）');
  });
  test.each([
    ['市水务局 市住建局', '市水务局、市住建局', 'two units with a space between them'],
    ['市水务局<br/>各县（市、区）', '市水务局、各县（市、区）', 'on two lines'],
    ['市水务局、<br/>市住建局', '市水务局、市住建局', 'on two lines with their mark'],
    ['市农业 农村局', '市农业农村局', 'one name, broken'],
  ])('%s reads as %s: %s', (cell, units) =>
    expect(htmlText(table(cells('任务', '责任单位'), cells('修渠', cell)))).toBe(`修渠。（责任单位：${units}）`),
  );
});
