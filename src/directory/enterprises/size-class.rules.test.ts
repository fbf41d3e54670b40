import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { industryOf } from './industry.rules.ts';
import { sizeClassOf, type SizeClass } from './size-class.rules.ts';

const WAN = 1_000_000;
type Case = [string | null, number | null, number | null, number | null, SizeClass, string];

describe('the size class after 工信部联企业〔2011〕300号', () => {
  test.each<Case>([
    ['C3360', 1000, 40_000, null, 'large', 'industry: exactly at both upper limits counts as above'],
    ['C3360', 999, 90_000, null, 'medium', 'one below the staff of a large one, whatever it earns'],
    ['C3360', 5000, 1999.99, null, 'small', 'many people, little revenue: the lower of the two'],
    ['C3360', 19, 90_000, null, 'micro', 'fewer than 20 people are a micro enterprise'],
    ['C3360', 400, null, null, 'unknown', 'revenue unknown: may be medium, small or micro'],
    ['C3360', 12, null, null, 'micro', 'revenue unknown, but 12 people decide it'],
    ['A0143', null, 500, null, 'medium', 'farming asks for revenue alone'],
    ['E4813', 3000, 80_000, 79_999, 'medium', 'construction asks for revenue and assets, not people'],
    ['F51', 200, 40_000, null, 'large', 'wholesale'],
    ['F52', 200, 40_000, null, 'medium', 'the same as a retailer is medium'],
    ['G5911', 300, 3000, null, 'medium', '装卸搬运 counts as transport'],
    ['G5921', 300, 3000, null, 'medium', '通用仓储 as storage'],
    ['G5310', 9000, 900_000, null, 'none', 'railways have no class'],
    ['I6513', 300, 10_000, null, 'large', 'software'],
    ['I6410', 300, 10_000, null, 'medium', 'the same on the internet is medium'],
    ['K7010', null, 1000, 5000, 'medium', 'property development'],
    ['K7020', 100, 500, null, 'small', 'property management'],
    ['K70', 100, 500, 500, 'unknown', 'real estate, but not said which'],
    ['L72', 100, null, 8000, 'medium', 'leasing asks for people and assets'],
    ['M7452', 99, null, null, 'small', 'any other industry asks for people alone'],
    ['J6600', 500, 90_000, 90_000, 'none', 'banks have a standard of their own'],
    ['P8300', 500, null, null, 'none', 'schools have none'],
    ['Q8521', 10, null, null, 'small', 'social work is among the others'],
    [null, 500, 90_000, 90_000, 'unknown', 'industry unknown'],
    ['C3360', 0, 0, null, 'micro', 'nothing is less than the limit, and not unknown'],
  ])('%s, %s staff, %s and %s 万元: %s (%s)', (industry, staff, revenue, assets, size, _why) => {
    const fen = (wan: number | null) => (wan === null ? null : Math.round(wan * WAN));
    expect(sizeClassOf({ industry, staff, revenue: fen(revenue), assets: fen(assets) })).toBe(size);
  });
});

describe('an industry', () => {
  test.each([
    ['3360', 'C3360', 'the division tells the section'],
    ['c33', 'C33', 'a division alone'],
    ['C336', 'C336', 'a group'],
    ['Ｆ5212', 'F5212', 'full-width'],
    ['A33', null, 'division 33 is no farming'],
    ['C', null, 'a section alone tells too little'],
    ['00', null, 'there is no division 00'],
    ['98', null, 'nor 98'],
    ['C33601', null, 'no code has five digits'],
  ])('%s is %s: %s', (typed, kept, _why) => {
    expect(industryOf(typed)).toBe(kept);
  });
});

const CODES = '../shared/data/codes/gbt4754_2017.csv';
test.skipIf(!existsSync(CODES))(`every code of GB/T 4754-2017 is taken, with its section or without (${CODES})`, () => {
  const rows = readFileSync(CODES, 'utf8').trim().split('\n').slice(1);
  const codes = rows.map((row) => row.split(',')[0]!).filter((code) => code.length > 1);
  expect(codes.length).toBeGreaterThan(1900);
  expect(codes.filter((code) => industryOf(code) !== code || industryOf(code.slice(1)) !== code)).toEqual([]);
});

const SIZES = '../shared/data/codes/sme_size_2011_300.json';
type Industries = {
  industries: { no: number; use: string[]; medium_upper: Limits; medium: Limits; small: Limits }[];
};
type Limits = Partial<Record<'x' | 'y' | 'z', number>>;
/** One code of each of the standard's sixteen rows. */
const OF_ROW = 'A01,C33,E47,F51,F52,G54,G592,G60,H61,H62,I63,I65,K701,K702,L72,M73'.split(',');

test.skipIf(!existsSync(SIZES))(`at each limit of the standard the class changes, and not one below (${SIZES})`, () => {
  const { industries } = JSON.parse(readFileSync(SIZES, 'utf8')) as Industries;
  expect(industries).toHaveLength(OF_ROW.length);
  const ENOUGH = 10_000_000;
  for (const { no, use, ...limits } of industries)
    for (const by of use as (keyof Limits)[]) {
      const of = (value: number): SizeClass => {
        const has = (name: keyof Limits) => (name === by ? value : ENOUGH);
        const facts = { staff: has('x'), revenue: has('y') * WAN, assets: has('z') * WAN };
        return sizeClassOf({ industry: OF_ROW[no - 1]!, ...facts });
      };
      const around = [limits.medium_upper, limits.medium, limits.small].flatMap((limit) => [
        of(limit[by]!),
        of(limit[by]! - 1),
      ]);
      expect([no, by, ...around]).toEqual([no, by, 'large', 'medium', 'medium', 'small', 'small', 'micro']);
    }
});
