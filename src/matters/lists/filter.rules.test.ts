import { describe, expect, it } from 'vitest';
import { sentence, type Language } from '../../platform/i18n/index.ts';
import {
  FILTER_NAMES,
  FILTERS,
  SPANS,
  tellFilter,
  TOLD_FILTERS,
  type FilterName,
  type Telling,
} from './filter.rules.ts';
import { LedgerQuery } from './list.contract.ts';

const telling = (language: Language): Telling => {
  const found = (kind: string) => (value: string) => `<${kind} ${value}>`;
  return {
    say: (key) => sentence(language, key),
    both: (what, value) => sentence(language, 'transfer.filter.told', { what, value }),
    names: {
      unit: found('unit'),
      person: found('person'),
      round: found('round'),
      area: found('area'),
      mechanism: found('mechanism'),
      category: found('category'),
      channel: found('channel'),
      stage: found('stage'),
      day: found('day'),
    },
  };
};

it.each([
  ['unit', 'x', '单位（牵头或配合）：<unit x>', 'what the city has is told by its name'],
  ['stance', 'refused', '单位表态：已退回', 'one of some values by its words'],
  ['part', 'co', '配合单位', '… which stand alone where they say what is meant'],
  ['bounced', '2', '退回两次及以上', '… however they are called in the address'],
  ['dueFrom', '2026-03-01', '到期日自：<day 2026-03-01>', 'a day as whoever tells writes it'],
  ['listed', 'yes', '挂牌督办', 'what is but on or off by its name'],
  ['q', '路灯', '搜索：路灯', 'what was written as it was written'],
] as const)('%s of %s is told as %s: %s', (name, value, told, _why) =>
  expect(tellFilter(name, value, telling('zh'))).toBe(told),
);

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it('every filter has its name, and every value that may be chosen its words', () => {
    for (const name of FILTER_NAMES) {
      const values = valuesOf(name);
      expect(values.length > 0).toBe(['choice', 'flag'].includes(FILTERS[name].kind));
      for (const value of values.length ? values : ['x'])
        expect(tellFilter(name, value, telling(language))).toMatch(/\S/u);
    }
  });
});

it('all that the ledger may be asked by is declared, and told unless it is a link of every day', () => {
  expect(Object.keys(LedgerQuery.omit({ after: true, limit: true }).shape).toSorted()).toEqual(FILTER_NAMES.toSorted());
  expect(FILTER_NAMES.filter((name) => !(TOLD_FILTERS as readonly string[]).includes(name))).toEqual([
    'scope',
    'sort',
    'phase',
    'slip',
  ]);
});

it('days are asked for in spans, each with its last day', () => {
  expect(SPANS).toEqual([
    ['dueFrom', 'dueTo'],
    ['registeredFrom', 'registeredTo'],
    ['updatedFrom', 'updatedTo'],
  ]);
});

/** The values that the query takes for a filter, where those are some. */
function valuesOf(name: FilterName): readonly string[] {
  const kind = LedgerQuery.shape[name].unwrap();
  if ('options' in kind) return kind.options;
  return 'values' in kind ? [...kind.values].map(String) : [];
}
