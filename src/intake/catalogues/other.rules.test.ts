import { expect, test } from 'vitest';
import type { EditionEntry } from './edition.contract.ts';
import { mayBeOther } from './other.rules.ts';

type Told = Pick<EditionEntry, 'n' | 'matter' | 'changes'>;
const matter = { id: 'm', number: '复制1' };
const same: Told = { n: 2, matter, changes: [] };
const says = (from: string, to: string): Told => ({ n: 2, matter, changes: [{ of: 'text', from, to }] });
const added: Told = { n: 2, matter: null, changes: [] };
const gone: Told = { n: null, matter, changes: [] };
const other = says('企业开办、变更、注销在一个窗口交一次材料', '跨境电商零售进口退货中心仓');

test.each<[sentence: string, entries: Told[], asks: boolean]>([
  ['the numbers of one list, and the words of another', [other, other, other], true],
  ['also beside some that are new, and others that are gone', [other, other, added, gone], true],
  [
    'words that are changed are no other words',
    [says('企业开办在一个窗口交一次材料', '企业开办、变更、迁移在一个窗口交一次材料'), same],
    false,
  ],
  ['one that is rewritten among others that stay', [other, same, same], false],
  ['what is new alone is asked about otherwise', [added, added, gone], false],
  ['nothing at all is no list', [], false],
])('%s', (_, entries, asks) => {
  expect(mayBeOther(entries)).toBe(asks);
});
