import { expect, test } from 'vitest';
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
