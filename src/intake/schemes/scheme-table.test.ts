import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Category } from '../../directory/schemes/scheme.contract.ts';
import { schemeTableOf } from './scheme-table.ts';

const read = (text: string, inForce: readonly Category[] = []) => schemeTableOf(Buffer.from(text), inForce);
const told = ({ categories }: { categories: readonly Category[] }) =>
  categories.map(({ code, parent, zh, retired }) => `${parent ?? ''}>${code} ${zh}${retired ? '×' : ''}`);
const faults = async (text: string, inForce: readonly Category[] = []) =>
  (await read(text, inForce)).faults.map(({ line, code }) => `${line} ${code.replace('scheme.', '')}`);

const IN_FORCE: Category[] = [
  { code: '01', parent: null, zh: '供水', en: 'Water', retired: false },
  { code: '0107', parent: '01', zh: '停水', en: 'Cut off', retired: true },
  { code: '02', parent: null, zh: '噪声', en: 'Noise', retired: false },
];

describe('a table with a column for each level', () => {
  test('becomes a tree with codes of its own, a parent once however often it is named', async () => {
    const table = await read('一级分类\t二级分类\t三级分类\n供水\t居民\t停水\n供水\t居民\t水质\n供水\t企业\n噪声\n');
    expect(told(table)).toEqual([
      '>01 供水',
      '01>0101 居民',
      '0101>010101 停水',
      '0101>010102 水质',
      '01>0102 企业',
      '>02 噪声',
    ]);
    expect(table.faults).toEqual([]);
  });

  test('knows a category again by its way: the code and the translation stay, a retired one is in use again', async () => {
    const table = await read('Level 1,Level 2\n供水,停水\n供水,水质\n', IN_FORCE);
    expect(told(table)).toEqual(['>01 供水', '01>0107 停水', '01>0101 水质', '>02 噪声×']);
    expect(table.categories.map(({ en }) => en)).toEqual(['Water', 'Cut off', null, 'Noise']);
  });

  test('names each fault with its row', async () => {
    expect(await faults('说明：某市分类\n一级分类,二级分类,三级分类\n供水,,停水\n供水,停水\n供水,停水\n')).toEqual([
      '3 table.level-empty',
      '5 table.row-twice',
    ]);
  });
});

describe('a table with a category a row', () => {
  test('is read whatever the order of its columns, and in GB18030', async () => {
    const text = '上级编码,编码,分类名称,停用,英文\n,A,供水,,Water\nA,A-1,停水,是,\n';
    const table = await schemeTableOf(iconv.encode(text, 'gb18030'), []);
    expect(told(table)).toEqual(['>A 供水', 'A>A-1 停水×']);
    expect(table.categories.map(({ en }) => en)).toEqual(['Water', null]);
    expect(table.faults).toEqual([]);
  });

  test('leaves alone what it has no column for, and retires what it leaves out', async () => {
    const table = await read('编码,名称\n0107,断水\n01,供水供暖\n', IN_FORCE);
    expect(told(table)).toEqual(['01>0107 断水×', '>01 供水供暖', '>02 噪声×']);
    expect(table.categories[0]?.en).toBe('Cut off');
  });

  test('names each fault with its row', async () => {
    expect(await faults('编码,名称,上级\n01,供水,\n01,停水,\n02,,\n03,噪声,9\n04,甲,05\n05,乙,04\n')).toEqual([
      '3 code-twice',
      '4 name-missing',
      '5 parent-unknown',
      '6 below-itself',
      '7 below-itself',
    ]);
    expect(await faults('名称,说明\n供水,无\n')).toEqual(['1 table.no-head']);
    expect(await faults('编码,名称\n')).toEqual(['1 table.no-rows']);
  });
});

const REAL = '../shared/data/messages/categories.tsv';
test.skipIf(!existsSync(REAL))('the categories of a real message board are read whole', async () => {
  const table = await schemeTableOf(readFileSync(REAL), []);
  expect(table.faults).toEqual([]);
  expect(table.categories.filter(({ parent }) => parent === null)).toHaveLength(15);
  expect(table.categories).toHaveLength(15 + 118 + 517);
});
