import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { indicatorsOf } from './indicator.rules.ts';
import { divisionOf, saidOf } from './quarters.rules.ts';
import { readPlan } from './plan.rules.ts';

describe('an indicator is a clause with a quantity', () => {
  test.each<
    [sentence: string, clause: string, text: string, quantity: string | null, unit: string | null, sense: string]
  >([
    ['named before it', '新增规模以上工业企业60家', '新增规模以上工业企业', '60', '家', 'least'],
    ['with a bound behind', '城镇新增就业5.2万人以上', '城镇新增就业', '5.2', '万人', 'least'],
    ['not to be passed', '细颗粒物年均浓度控制在45微克/立方米以内', '细颗粒物年均浓度', '45', '微克/立方米', 'most'],
    ['named behind it', '打通12处断头路', '打通断头路', '12', '处', 'least'],
    ['in money of the size that is said', '完成工业投资180亿元', '完成工业投资', '180', '亿元', 'least'],
    ['in percent', '规模以上工业增加值增长8%左右', '规模以上工业增加值增长', '8', '%', 'least'],
    ['by another word for the same unit', '引进高层次人才200名', '引进高层次人才', '200', '人', 'least'],
    ['of lines', '新建生产线12条', '新建生产线', '12', '条', 'least'],
    ['of homes', '筹集保障性住房1.2万套', '筹集保障性住房', '1.2', '万套', 'least'],
    ['of buses', '更新公交车300辆', '更新公交车', '300', '辆', 'least'],
    ['of land in the size that is said', '建设高标准农田20万亩', '建设高标准农田', '20', '万亩', 'least'],
    ['of floors', '新开工装配式建筑120万平方米', '新开工装配式建筑', '120', '万平方米', 'least'],
    ['of power', '新增光伏装机30万千瓦', '新增光伏装机', '30', '万千瓦', 'least'],
    ['of livestock', '出栏生猪50万头', '出栏生猪', '50', '万头', 'least'],
    ['in a unit that we do not know', '开设特色课程300节', '开设特色课程', '300', null, 'least'],
  ])('%s', (_, clause, text, quantity, unit, sense) => {
    const printed = unit === null ? { word: '节' } : {};
    const about = /左右/u.test(clause);
    expect(indicatorsOf(clause).indicators).toEqual([{ text, quantity, in: unit, ...printed, sense, about }]);
  });

  test('what is only a verb is named by what stands before; sentences without a number are kept apart', () => {
    const { indicators, rest } = indicatorsOf('健全项目调度机制。农村户厕改造，完成0.9万户。');
    expect(indicators).toMatchObject([{ text: '农村户厕改造', quantity: '0.9', in: '万户' }]);
    expect(rest).toBe('健全项目调度机制。');
  });

  test.each([
    ['in the same unit', '新建充电桩不少于500个，力争达到600个。', [['新建充电桩', '500', true]]],
    ['at once', '新建充电桩500个，力争600个以上。', [['新建充电桩', '500', true]]],
    [
      'and not where it speaks of something else',
      '新建充电桩500个，力争改造站点60个。',
      [
        ['新建充电桩', '500', false],
        ['改造站点', '60', false],
      ],
    ],
  ])('what is hoped for of the same is no indicator of its own, and marks it: %s', (_, text, told) => {
    const { indicators } = indicatorsOf(text);
    expect(indicators.map((one) => [one.text.replace(/^力争/u, ''), one.quantity, one.about])).toEqual(told);
  });

  test.each<[sentence: string, text: string, names: string[]]>([
    [
      'by how much it grows is said of the indicator before it',
      '完成固定资产投资580亿元，增长8%左右。',
      ['完成固定资产投资', '固定资产投资增长'],
    ],
    [
      'of what the sentence speaks of, where none is before it',
      '规上工业增加值，同比增长7%。',
      ['规上工业增加值同比增长'],
    ],
    ['and of nothing of the sentence before', '新建公园3个。增长8%。', ['新建公园', '增长']],
  ])('%s', (_, text, names) => expect(indicatorsOf(text).indicators.map((one) => one.text)).toEqual(names));
});

test.each<[stretch: string, names: [string, string | null][], parts: string[]]>([
  [
    '新增专精特新企业12家。一季度新增3家，二季度累计6家，三季度9家。',
    [['新增专精特新企业', '12']],
    ['新增专精特新企业：一季度新增3家，二季度累计6家，三季度9家'],
  ],
  ['城镇新增就业2.3万人，其中上半年完成1.2万人。', [['城镇新增就业', '2.3']], ['城镇新增就业：其中上半年完成1.2万人']],
  [
    '新增企业12家（一季度3家、二季度6家），新建公园5个，其中：上半年2个。',
    [
      ['新增企业', '12'],
      ['新建公园', '5'],
    ],
    ['新增企业：一季度3家，二季度6家）', '新建公园：上半年2个'],
  ],
  [
    '城镇新增就业，第一季度0.5万人，上半年1.2万人，全年2.3万人。',
    [['城镇新增就业', '2.3']],
    ['城镇新增就业：第一季度0.5万人，上半年1.2万人'],
  ],
  [
    '新增企业12家，一季度，新增3家，前三季度9家，到2027年10月底累计10家。',
    [['新增企业', '12']],
    ['新增企业：一季度新增3家，前三季度9家，到2027年10月底累计10家'],
  ],
  [
    '一季度、二季度、三季度分别新增3家、6家、9家，全年新增企业12家。',
    [['全年新增企业', '12']],
    ['全年新增企业：一季度、二季度、三季度分别新增3家、6家、9家'],
  ],
  ['1—6月完成投资20亿元，全年完成投资50亿元。', [['全年完成投资', '50']], ['全年完成投资：1—6月完成投资20亿元']],
  ['新建充电桩500个，9月底前新建充电桩400个。', [['新建充电桩', '500']], ['新建充电桩：9月底前新建充电桩400个']],
  // By when a thing is done takes nothing from it, and a year is no part of itself.
  [
    '新增企业12家，6月底前建成公园3个。6月底前，改造站点4个。',
    [
      ['新增企业', '12'],
      ['6月底前建成公园', '3'],
      ['改造站点', '4'],
    ],
    [],
  ],
  ['12月底前新增企业12家。', [['12月底前新增企业', '12']], []],
])('how much by a quarter is no indicator of its own: %s', (stretch, names, parts) => {
  const found = indicatorsOf(stretch);
  expect(found.indicators.map((one) => [one.text, one.quantity])).toEqual(names);
  expect(found.parts.map(({ of, words }) => `${of?.text ?? ''}：${words}`)).toEqual(parts);
  expect(found.rest).toBe('');
});

test('the quarters of a plan stand with the indicator whose they are; of none, they are told among what was left', () => {
  const text =
    '一、着力创新\n（一）培育企业\n1.新增企业12家。一季度新增3家，二季度累计6家，三季度9家。\n2.上半年新增3家。\n（二）其他。开展招聘。';
  const { items, left } = readPlan(text, { date: '2026-12-01', calendar: nationalCalendar });
  expect(items.map((one) => [one.text, one.indicator?.quantity])).toEqual([
    ['着力创新', undefined],
    ['培育企业', undefined],
    ['新增企业', '12'],
    ['其他', undefined],
  ]);
  expect(items[2]!.parts.map(({ words }) => words)).toEqual(['一季度新增3家，二季度累计6家，三季度9家']);
  expect(left).toEqual(['上半年新增3家']);
});

test.each<[stretch: string, names: [string, string | null][], parts: [string, string][]]>([
  ['新增企业12家，其中制造业5家。', [['新增企业', '12']], [['新增企业', '其中制造业5家']]],
  ['新增企业12家，其中：制造业5家，服务业7家。', [['新增企业', '12']], [['新增企业', '其中：制造业5家，服务业7家']]],
  ['新增企业12家（其中制造业5家、服务业7家）。', [['新增企业', '12']], [['新增企业', '其中制造业5家、服务业7家）']]],
  ['新增企业12家，其中，制造业5家。', [['新增企业', '12']], [['新增企业', '其中：制造业5家']]],
  ['新增企业12家，其中制造业5家，力争15家。', [['新增企业', '12']], [['新增企业', '其中制造业5家']]],
  ['新增企业12家。其中制造业占比60%。', [['新增企业', '12']], [['新增企业', '其中制造业占比60%']]],
  [
    '新增企业12家，其中制造业5家，增长8%，培育上市公司2家。',
    [
      ['新增企业', '12'],
      ['培育上市公司', '2'],
    ],
    [['新增企业', '其中制造业5家，增长8%']],
  ],
  // What does not go into what is left of the whole is no part of it any more.
  [
    '新增企业12家，其中制造业5家，外贸企业9家。',
    [
      ['新增企业', '12'],
      ['外贸企业', '9'],
    ],
    [['新增企业', '其中制造业5家']],
  ],
  [
    '完成投资50亿元，增长8%，其中工业投资20亿元。',
    [
      ['完成投资', '50'],
      ['投资增长', '8'],
    ],
    [['完成投资', '其中工业投资20亿元']],
  ],
  // Counted in another unit it is nothing that adds up to it, and is measured by itself.
  [
    '完成投资50亿元，其中开工项目20个。',
    [
      ['完成投资', '50'],
      ['其中开工项目', '20'],
    ],
    [],
  ],
  ['其中制造业5家。', [['其中制造业', '5']], []],
])('what belongs to an indicator is none of its own: %s', (stretch, names, parts) => {
  const found = indicatorsOf(stretch);
  expect(found.indicators.map((one) => [one.text, one.quantity])).toEqual(names);
  expect(found.parts.map(({ of, words }) => [of?.text, words])).toEqual(parts);
  expect(found.parts.every(({ share }) => share)).toBe(true);
});

test.each<[stretch: string, quarters: (string | null)[] | null, why: string | undefined]>([
  // In all by the end of each: their sum would be more than the year.
  ['新增企业12家。一季度新增3家，二季度累计6家，三季度9家。', ['3', '6', '9'], 'read'],
  ['新增企业12家。一季度3家，二季度6家，三季度9家，四季度12家。', ['3', '6', '9'], 'read'],
  // Each by itself: they add up to the year.
  ['新增企业12家。一季度2家，二季度3家，三季度3家，四季度4家。', ['2', '5', '8'], 'read'],
  ['新增企业12家，一季度、二季度、三季度分别新增3家、3家、3家。', ['3', '6', '9'], 'read'],
  ['新增企业12家，其中：一季度3家，上半年6家，前三季度9家。', ['3', '6', '9'], 'read'],
  ['城镇新增就业2.3万人，其中上半年完成1.2万人。', [null, '1.2', null], 'read'],
  ['城镇新增就业2.3万人，上半年12000人。', [null, '1.2', null], 'read'],
  ['完成投资50亿元，1—6月完成20亿元，到9月底完成投资35亿元。', [null, '20', '35'], 'read'],
  // 3 and 5 may be in all, or each by itself.
  ['新增企业12家，一季度3家，二季度5家。', null, 'unclear'],
  ['新增企业12家，三季度5家。', null, 'unclear'],
  ['新增企业12家，一季度8家，上半年6家。', null, 'misfit'],
  ['新增企业12家。一季度2家，二季度3家，三季度3家，四季度5家。', null, 'misfit'],
  ['新增企业12家，上半年完成60%。', null, 'misfit'],
  ['新增企业12家，到2027年10月底累计10家。', null, undefined],
  ['新增企业12家。', null, undefined],
  ['新建生产线12条，一季度2条、二季度5条、三季度8条。', ['2', '5', '8'], 'read'],
  // Nothing can be held against a year whose unit is not known, and what falls does so from a level that is not said.
  ['开设特色课程12节，一季度2节，二季度5节，三季度8节。', null, 'unit'],
  ['万元产值能耗控制在12吨以内，上半年6吨。', null, 'falls'],
])('quarters that a text says become a division where they fit: %s', (stretch, quarters, why) => {
  const { indicators, parts } = indicatorsOf(stretch);
  const said = parts.filter(({ of }) => of === indicators[0]).flatMap((one) => one.quarters);
  const division = divisionOf(saidOf(said, indicators[0]!), indicators[0]!);
  expect([division?.quarters ?? null, division?.why]).toEqual([quarters, why]);
});

test('with a unit that is chosen for one that is not known, the quarters of its own word are read, and those of another fit no year', () => {
  const divided = (text: string) => {
    const { indicators, parts } = indicatorsOf(text);
    const said = parts.flatMap((one) => one.quarters);
    return divisionOf(saidOf(said, indicators[0]!), { ...indicators[0]!, in: '门' });
  };
  expect(divided('开设特色课程12节，一季度2节，上半年5节。')).toEqual({ quarters: ['2', '5', null], why: 'read' });
  expect(divided('开设特色课程12节，一季度2期，上半年5期。')).toEqual({ quarters: null, why: 'misfit' });
});

const PLAN = `莲城市2027年度目标任务分解方案
为做好全年工作，制定本方案。
一、总体要求
坚持稳中求进，全面完成各项目标。
二、着力壮大先进制造业
（一）培育企业梯队。新增规模以上工业企业60家，新认定专精特新中小企业45家以上。（牵头单位：市工信局；配合单位：市科技局）
（二）延伸产业链条。绘制产业链图谱。签约产业链项目总投资180亿元。（责任单位：市商务局）
三、着力办好民生实事
（一）扩大就业
1.城镇新增就业5.2万人。（责任单位：市人社局）
2.开展技能培训3万人次。（责任单位：市人社局）`;

test('a plan is read into efforts, measures and indicators with their units; what it goes by stands above them all', () => {
  const { title, year, items, left } = readPlan(PLAN, { date: '2026-12-01', calendar: nationalCalendar });
  expect([title, year]).toEqual(['莲城市2027年度目标任务分解方案', 2027]);
  expect(
    items.map(({ depth, text, indicator, lead }) => [depth, text, indicator?.quantity ?? null, lead.join()]),
  ).toEqual([
    [1, '总体要求：坚持稳中求进，全面完成各项目标', null, ''],
    [2, '着力壮大先进制造业', null, ''],
    [3, '培育企业梯队', null, '市工信局'],
    [4, '新增规模以上工业企业', '60', '市工信局'],
    [4, '新认定专精特新中小企业', '45', '市工信局'],
    [3, '延伸产业链条', null, '市商务局'],
    [4, '签约产业链项目总投资', '180', '市商务局'],
    [2, '着力办好民生实事', null, ''],
    [3, '扩大就业', null, ''],
    [4, '城镇新增就业', '5.2', '市人社局'],
    [4, '开展技能培训', '3', '市人社局'],
  ]);
  expect(items[3]!.co).toEqual(['市科技局']);
  expect(items[5]!.rest).toBe('绘制产业链图谱。');
  expect(left.join()).toContain('制定本方案');
  expect(left.join()).not.toContain('稳中求进');
});

const guided = (beginning: string) =>
  readPlan(`莲城市2027年度目标任务\n${beginning}\n二、着力壮大产业\n（一）培育企业。新增规上企业60家。`, {
    date: '2026-12-01',
    calendar: nationalCalendar,
  });

test.each<[sentence: string, beginning: string, text: string, rest: string | null, left: string]>([
  ['a section', '一、总要求\n坚持稳中求进。以进促稳。', '总要求：坚持稳中求进', '以进促稳。', ''],
  [
    'a section with parts, of which the aims are none',
    '一、总体要求\n（一）指导思想。坚持以人民为中心。\n（二）基本原则。坚持系统观念。\n（三）主要目标。生产总值增长6%。',
    '总体要求',
    '指导思想：坚持以人民为中心。基本原则：坚持系统观念。',
    '生产总值增长6%',
  ],
  [
    'a section that is called otherwise',
    '一、基本原则\n尽力而为，量力而行。',
    '基本原则：尽力而为，量力而行',
    null,
    '',
  ],
  [
    'a sentence before the first section',
    '全市要以城乡融合统揽全局，抓住关键。现将任务分解如下。',
    '全市要以城乡融合统揽全局，抓住关键',
    null,
    '现将任务分解如下。',
  ],
])('what a plan goes by is read from %s', (_, beginning, text, rest, left) => {
  const { items, left: told } = guided(beginning);
  expect(items[0]).toMatchObject({ depth: 1, principle: true, text, rest, indicator: null });
  expect(items.slice(1).map((one) => [one.depth, one.principle, one.text])).toEqual([
    [2, false, '着力壮大产业'],
    [3, false, '培育企业'],
    [4, false, '新增规上企业'],
  ]);
  expect(told.join()).toContain(left);
  expect(told.join()).not.toContain(text);
});

test.each([
  ['nothing of it', '为做好全年工作，制定本方案。'],
  ['aims alone', '一、工作目标\n生产总值增长6%。'],
  ['who looks after it alone', '一、组织机构\n坚持统一领导。'],
])('where a document says %s, its efforts stand below the plan', (_, beginning) => {
  const { items } = guided(beginning);
  expect(items.map(({ depth, principle }) => [depth, principle])).toEqual([
    [1, false],
    [2, false],
    [3, false],
  ]);
});

test('of what is longer than a matter holds the last sentences are among what was not used', () => {
  const long = (word: string) => `${word.repeat(150)}。`;
  const { items, left } = guided(`一、总要求\n${['甲', '乙', '丙', '丁'].map(long).join('')}`);
  expect(items[0]).toMatchObject({ text: `总要求：${'甲'.repeat(150)}`, rest: long('乙') + long('丙') });
  expect(left).toEqual([long('丁')]);
});

test.each<[sentence: string, passage: string, names: string[], lead: string[], co: string[]]>([
  ['behind a comma', '新增规模以上工业企业60家，由市工信局负责。', ['新增规模以上工业企业'], ['市工信局'], []],
  ['without a comma', '新增规模以上工业企业60家由市工信局负责落实。', ['新增规模以上工业企业'], ['市工信局'], []],
  [
    'as a sentence of its own, with whoever helps',
    '新增规模以上工业企业60家。由市工信局牵头、市科技局配合。',
    ['新增规模以上工业企业'],
    ['市工信局'],
    ['市科技局'],
  ],
  [
    'with whoever helps behind a comma',
    '由市工信局牵头，市科技局、市财政局配合，新增规模以上工业企业60家。',
    ['新增规模以上工业企业'],
    ['市工信局'],
    ['市科技局', '市财政局'],
  ],
  ['by a label', '新增规模以上工业企业60家。责任单位：市工信局。', ['新增规模以上工业企业'], ['市工信局'], []],
  [
    'by a label behind a comma',
    '新增规模以上工业企业60家，责任单位：市工信局。',
    ['新增规模以上工业企业'],
    ['市工信局'],
    [],
  ],
  [
    'by two labels on lines of their own',
    '新增规模以上工业企业60家。\n牵头单位：市工信局\n配合单位：市科技局',
    ['新增规模以上工业企业'],
    ['市工信局'],
    ['市科技局'],
  ],
  ['where nobody is named', '由专人负责，新增规模以上工业企业60家。', ['新增规模以上工业企业'], [], []],
])('who answers for a measure is read without a bracket: %s', (_, passage, names, lead, co) => {
  const text = `莲城市2027年度目标任务\n一、着力壮大先进制造业\n（一）培育企业梯队。${passage}\n（二）扩大就业。开展招聘。`;
  const { items } = readPlan(text, { date: '2026-12-01', calendar: nationalCalendar });
  const found = items.filter(({ indicator }) => indicator);
  expect(found.map((one) => one.text)).toEqual(names);
  expect(found.map((one) => [one.lead, one.co])).toEqual(names.map(() => [lead, co]));
  expect(items.find((one) => one.text === '培育企业梯队')).toMatchObject({ lead, co, rest: null });
});

test.each<[passage: string, name: string, quantity: string]>([
  ['城镇新增就业2.3万人。责任单位：市人社局。', '城镇新增就业', '2.3'],
  ['完成固定资产投资580亿元。由市人社局牵头。', '完成固定资产投资', '580'],
  ['城镇新增就业2.3万人。（责任单位：市人社局）', '城镇新增就业', '2.3'],
])('a measure whose first sentence says how much has it as its indicator: %s', (passage, name, quantity) => {
  const date = '2026-12-01';
  const above = `莲城市2027年度目标任务\n一、打造千亿级产业集群。\n（一）${passage}\n（二）其他。开展招聘。`;
  const { items } = readPlan(above, { date, calendar: nationalCalendar });
  expect(
    items.filter(({ indicator }) => indicator).map((one) => [one.text, one.indicator?.quantity, one.lead]),
  ).toEqual([[name, quantity, ['市人社局']]]);
});

test('of several indicators in a passage each belongs to whom its own sentence names', () => {
  const text =
    '一、着力创新\n（一）培育企业。新增规上企业60家，由市工信局负责；新增高新技术企业30家，由市科技局负责。\n（二）其他。开展招聘。';
  const { items } = readPlan(text, { date: '2026-12-01', calendar: nationalCalendar });
  expect(items.filter(({ indicator }) => indicator).map((one) => [one.text, one.lead.join()])).toEqual([
    ['新增规上企业', '市工信局'],
    ['新增高新技术企业', '市科技局'],
  ]);
});

test('a text without numbering makes no tree', () => {
  expect(readPlan('今天天气很好。', { date: '2026-12-01', calendar: nationalCalendar }).items).toEqual([]);
});
