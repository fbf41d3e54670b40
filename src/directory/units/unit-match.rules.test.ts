import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../kernel/index.ts';
import type { Unit } from '../contract.ts';
import { unitMatcher } from './unit-match.rules.ts';
import { UNIT_SPELLINGS } from './unit-spellings.rules.ts';

const CITY = '云州市';
const aUnit = (name: string, more: Partial<Unit> = {}): Unit => ({
  id: uuidv7(new Date()),
  parent: null,
  name,
  shortName: null,
  aliases: [],
  kind: 'department',
  sort: 1000,
  retiredAt: null,
  mergedInto: null,
  earlier: [],
  ...more,
});

const units = [
  ...`云州市发展和改革委员会 市教育体育局 市科学技术局 云州市工业和信息化局 市公安局 市民政局 市民族宗教事务局 市人力资源和社会保障局
  市自然资源和规划局 市生态环境局 市住房和城乡建设局 市城市管理局 市交通运输局 市农业农村局 市商务局 市文化广电和旅游局 市卫生健康委员会
  市退役军人事务局 市应急管理局 云州市人民政府国有资产监督管理委员会 市市场监督管理局 市医疗保障局 市政务服务和大数据管理局 市人民政府办公室
  中共云州市委宣传部 市委政法委员会 团市委 国家税务总局云州市税务局 国网云州供电公司 云州海关 松岭区人民政府 柳河县人民政府 白鹿市人民政府
  云州经济技术开发区管理委员会 市人民防空办公室 云州城市投资集团有限公司`
    .split(/\s+/)
    .map((name) => aUnit(name)),
  aUnit('市大运河保护中心', { shortName: '运河中心', aliases: ['市运河管理处'] }),
  aUnit('市扶贫开发办公室', { retiredAt: '2021-06-01T00:00:00+08:00' }),
];
const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
const match = unitMatcher(units, CITY);
const found = (printed: string) => {
  const answer = match(printed);
  return answer.kind === 'exact' ? nameOf.get(answer.unit) : answer.kind;
};

describe('exactly one unit', () => {
  test.each([
    ['市发展改革委', '云州市发展和改革委员会', '和 and 委员会 shortened as papers do'],
    ['发改委', '云州市发展和改革委员会', 'the usual abbreviation without its level'],
    ['云州市发改委', '云州市发展和改革委员会', 'with the city’s whole name'],
    ['市工信局', '云州市工业和信息化局', 'abbreviated, 市 for the city’s name'],
    ['人社局', '市人力资源和社会保障局', 'an abbreviation that skips most characters'],
    ['市人力资源社会保障局', '市人力资源和社会保障局', 'without 和'],
    ['住建局', '市住房和城乡建设局', 'a usual abbreviation'],
    ['资规局', '市自然资源和规划局', 'a local abbreviation'],
    ['市监局', '市市场监督管理局', '市 is the first character of 市场 here, not the level'],
    ['市市场监管局', '市市场监督管理局', 'the level, and 市场'],
    ['市场监管局', '市市场监督管理局', 'the same without its level'],
    ['市民政局', '市民政局', '市 is the level before 民政'],
    ['民宗局', '市民族宗教事务局', 'two names in one abbreviation'],
    ['市 卫 健 委', '市卫生健康委员会', 'letter-spaced in print'],
    ['应急局', '市应急管理局', 'without 管理'],
    ['城管局', '市城市管理局', 'without two characters'],
    ['文广旅局', '市文化广电和旅游局', 'three words by one character each'],
    ['市农业农村局', '市农业农村局', 'its own name'],
    ['退役军人局', '市退役军人事务局', 'without 事务'],
    ['医保局', '市医疗保障局', 'a usual abbreviation'],
    ['市政务服务大数据局', '市政务服务和大数据管理局', 'the long name cut in the middle; 政务 is no 市政'],
    ['市政府国资委', '云州市人民政府国有资产监督管理委员会', 'the longest name of a city'],
    ['市政府办', '市人民政府办公室', '人民政府 as 政府, 办公室 as 办'],
    ['宣传部', '中共云州市委宣传部', 'a department of the party committee'],
    ['市委政法委', '市委政法委员会', 'the committee of the committee'],
    ['共青团云州市委', '团市委', 'the official name of what everybody calls 团市委'],
    ['市税务局', '国家税务总局云州市税务局', 'a bureau of the state in the city'],
    ['供电公司', '国网云州供电公司', 'a company known by its work'],
    ['松岭区', '松岭区人民政府', 'a district stands for its government'],
    ['白鹿市政府', '白鹿市人民政府', 'so does a city within the city'],
    ['经开区', '云州经济技术开发区管理委员会', 'a zone stands for its administration'],
    ['人防办', '市人民防空办公室', 'an office'],
    ['云州城市投资集团', '云州城市投资集团有限公司', 'a company without its legal form'],
    ['运河中心', '市大运河保护中心', 'its short name in the directory'],
    ['市运河管理处', '市大运河保护中心', 'an earlier name kept as an alias'],
    ['市发展改革委（市粮食和物资储备局）', '云州市发展和改革委员会', 'the second name in brackets is left out'],
    ['责任单位：市商务局', '市商务局', 'with the label that stood before it'],
    ['市公安局等部门', '市公安局', 'with the 等 that stood behind it'],
  ])('%s is %s: %s', (printed, name) => {
    expect(found(printed)).toBe(name);
  });
});

describe('groups are no units', () => {
  test.each([
    ['各县（市、区）', 'counties'],
    ['各县(市、区)人民政府', 'counties'],
    ['县（市、区）政府', 'counties'],
    ['各乡镇（街道）', 'counties'],
    ['各县市区', 'counties'],
    ['各部门', 'departments'],
    ['市直有关部门', 'departments'],
    ['相关部门', 'departments'],
    ['各行业主管部门', 'departments'],
    ['市直各单位', 'units'],
    ['各责任单位', 'units'],
    ['领导小组各成员单位', 'units'],
    ['有关企业', 'companies'],
  ])('%s: %s', (printed, group) => {
    expect(match(printed)).toEqual({ kind: 'group', group });
  });
});

describe('likely, to be chosen by a person', () => {
  test.each([
    ['省发展改革委', '云州市发展和改革委员会', 0.5, 0.9, 'the province’s is not the city’s'],
    ['市教育局', '市教育体育局', 0.7, 0.9, 'there is none, but one that it was merged into'],
    ['市环保局', '市生态环境局', 0.7, 0.9, 'an earlier name'],
    ['市自然资源局', '市自然资源和规划局', 0.7, 0.9, 'a neighbouring name'],
    ['松岭区公安局', '松岭区人民政府', 0.6, 0.9, 'a body of the district is reached through the district'],
    ['市城市投资公司', '云州城市投资集团有限公司', 0.45, 0.9, 'most of the name'],
    ['市应急管理据', '市应急管理局', 0.45, 0.9, 'a character mistyped'],
  ])('%s: %s comes first — %s', (printed, first, least, most) => {
    const answer = match(printed);
    if (answer.kind !== 'likely') return expect.unreachable(`${printed} is ${answer.kind}`);
    expect(nameOf.get(answer.units[0]!.unit)).toBe(first);
    expect(answer.units[0]!.score).toBeGreaterThanOrEqual(least);
    expect(answer.units[0]!.score).toBeLessThanOrEqual(most);
  });

  test('two units of one name are both offered, in the order of protocol, and neither is taken', () => {
    const [a, b] = [aUnit('市园林局'), aUnit('云州市园林局')];
    const answer = unitMatcher([a, b], CITY)('园林局');
    expect(answer.kind === 'likely' && answer.units.map((offer) => offer.unit)).toEqual([a.id, b.id]);
  });
});

test.each(['火星开发总署', '推进落实', '', '。', '，、', '（）', '扶贫开发办公室'])(
  '“%s” is unknown: nobody is made up',
  (printed) => {
    expect(match(printed)).toEqual({ kind: 'unknown' });
  },
);

const anyUnit = fc.constantFrom(...units.filter((unit) => unit.retiredAt === null));

test('every unit is found exactly by each of its own names, spaced, quoted, and with its level written otherwise', () => {
  fc.assert(
    fc.property(anyUnit, fc.constantFrom('', ' ', '　', '\n'), fc.boolean(), (unit, space, quoted) => {
      for (const name of [unit.name, unit.shortName, ...unit.aliases].filter((n) => n !== null)) {
        const printed = Array.from(name).join(space);
        expect(match(quoted ? `“${printed}”` : printed)).toEqual({ kind: 'exact', unit: unit.id });
      }
      if (/^市[^委]/.test(unit.name))
        expect(match(`${CITY}${unit.name.slice(1)}`)).toEqual({ kind: 'exact', unit: unit.id });
    }),
  );
});

test('whatever is printed: never a unit that is not there or retired, at most five, best first, scores from 0 to 1', () => {
  const piece = fc.constantFrom(
    ...Array.from('市县区省各委局办部中心公司发展改革工信农业管理政府（）、等“” 魏x1'),
    '许昌',
    '有关部门',
  );
  const known = new Set(units.filter((unit) => unit.retiredAt === null).map((unit) => unit.id));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 14 }).map((p) => p.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (printed) => {
        const answer = match(printed);
        const offered =
          answer.kind === 'likely' ? answer.units : answer.kind === 'exact' ? [{ unit: answer.unit, score: 1 }] : [];
        expect(offered.every((offer) => known.has(offer.unit) && offer.score > 0 && offer.score <= 1)).toBe(true);
        expect(offered.map((offer) => offer.score)).toEqual(
          offered.map((offer) => offer.score).toSorted((a, b) => b - a),
        );
        expect(offered.length).toBeLessThanOrEqual(5);
        if (answer.kind === 'likely') expect(answer.units.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});

test('in the table of names no spelling stands for two units', () => {
  const spellings = UNIT_SPELLINGS.flatMap((row) => [...new Set([row.name, ...row.same.split(' ')])]).filter(Boolean);
  const twice = spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i);
  expect(twice).toEqual([]);
});
