import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { readPlan } from './plan.rules.ts';
import { amountsIn } from './unread.rules.ts';

const planOf = (source: string) => readPlan(source, { date: '2026-12-01', calendar: nationalCalendar });
const withMeasure = (passage: string) =>
  planOf(`莲城市2027年度目标任务\n一、着力办好民生实事\n（一）办好实事。${passage}\n（二）其他。开展招聘。`);
const indicatorsIn = (passage: string) =>
  withMeasure(passage).items.flatMap(({ text, indicator, rest, printed, lead }) =>
    indicator ? [{ text, quantity: indicator.quantity, in: indicator.in, rest, printed, lead: lead.join() }] : [],
  );

test('two quantities of one clause have its name both, and what the sentence says besides stands with both', () => {
  const passage = '改造老旧小区36个、1.2万户，6月底前开工，年底前完工。（市住建局牵头）';
  const same = {
    text: '改造老旧小区',
    rest: '6月底前开工，年底前完工',
    printed: '改造老旧小区36个、1.2万户',
    lead: '市住建局',
  };
  expect(indicatorsIn(passage)).toEqual([
    { ...same, quantity: '36', in: '个' },
    { ...same, quantity: '1.2', in: '万户' },
  ]);
});

test.each<[passage: string, told: [text: string, quantity: string | null, unit: string | null][]]>([
  ['旅游收入达到一百五十亿元。', [['旅游收入', '150', '亿元']]],
  ['改造老旧小区三十六个。', [['改造老旧小区', '36', '个']]],
  ['新修公路一百二十余公里。', [['新修公路', '120', '公里']]],
  ['粮食产量稳定在60亿斤。', [['粮食产量', '60', '亿斤']]],
  ['粮食产量稳定在六十亿斤以上。', [['粮食产量', '60', '亿斤']]],
  ['城镇新增就业5,000人。', [['城镇新增就业', '5000', '人']]],
  ['新开工10亿元以上项目3个。', [['新开工10亿元以上项目', '3', '个']]],
  [
    '新增60家规上企业、12个项目。',
    [
      ['新增规上企业', '60', '家'],
      ['新增项目', '12', '个'],
    ],
  ],
  [
    '打通断头路12处、修复道路3公里。',
    [
      ['打通断头路', '12', '处'],
      ['修复道路', '3', '公里'],
    ],
  ],
  // Names of things, not amounts of them.
  ['落实二十条措施的“三百工程”。', [['落实措施的“三百工程”', '20', '条']]],
  ['打造百亿元级企业。', []],
])('an amount is read with its own words: %s', (passage, told) => {
  expect(indicatorsIn(passage).map((one) => [one.text, one.quantity, one.in])).toEqual(told);
});

test.each<[passage: string, rest: string | null]>([
  ['新建充电桩500个，力争达到600个。', '力争达到600个'],
  ['6月底前，改造站点4个。', '6月底前'],
  ['健全机制，新增企业3家，由市工信局牵头、10月底前完成。', '健全机制；10月底前完成'],
  ['新增企业3家。（市工信局牵头，6月底前完成）', null],
  ['城镇新增就业5万人，责任单位：市人社局，年底前完成。', '责任单位：市人社局，年底前完成。'],
])('what a sentence says besides its indicator stays with it: %s', (passage, rest) => {
  const [indicator, ...others] = indicatorsIn(passage);
  expect(others).toEqual([]);
  expect(indicator!.rest).toBe(rest);
});

test('what a bracket says besides names stays with the measure that it is of', () => {
  const { items } = withMeasure('新增企业3家。（市工信局牵头，6月底前完成）');
  expect(items.find(({ text }) => text === '办好实事')).toMatchObject({
    lead: ['市工信局'],
    rest: '（市工信局牵头，6月底前完成）',
  });
});

test('amounts that became no indicator are told, wherever they stand', () => {
  const { unread } = planOf(
    '莲城市2027年度目标任务\n一、总体要求\n地区生产总值增长6%以上，坚持稳中求进。\n二、着力创新\n（一）船舶。新增船舶12艘，上半年完工。培育企业3家。\n（二）推进12节课程。加强宣传。',
  );
  expect(unread).toEqual(['地区生产总值增长6%以上', '新增船舶12艘', '推进12节课程']);
});

test.each([
  '落实党的二十大精神',
  '2027年6月底前完成',
  '建设5G网络',
  '拨打12345热线',
  '按照莲政〔2027〕3号文件',
  '在第三季度完成',
  '落实《三十条措施》',
])('no amount: %s', (text) => expect(amountsIn(text)).toEqual([]));

describe('every word of a plan stands in an item, with whoever answers for it, or among what was left', () => {
  const UNIT = fc.constantFrom('市工信局', '市住建局', '市文旅局');
  const AMOUNT = fc
    .tuple(
      fc.constantFrom('', '不少于', '达到', '力争'),
      fc.oneof(fc.integer({ min: 2, max: 9999 }).map(String), fc.constantFrom('2.5', '三十六', '一百五十', '5,000')),
      fc.constantFrom('个', '家', '公里', '亿元', '万户', '亿斤', '艘', '%', '条'),
      fc.constantFrom('', '以上', '左右'),
    )
    .map((words) => words.join(''));
  const NAME = fc.constantFrom('改造老旧小区', '新增规上企业', '旅游收入', '增长', '新增', '', '粮食产量', '项目');
  const CLAUSE = fc.oneof(
    fc.tuple(NAME, AMOUNT).map((words) => words.join('')),
    fc.tuple(NAME, AMOUNT, fc.constantFrom('规上企业', '的项目', '')).map((words) => words.join('')),
    fc.tuple(NAME, AMOUNT, AMOUNT).map(([name, one, other]) => `${name}${one}、${other}`),
    fc.constantFrom('6月底前开工', '年底前完工', '一季度', '上半年', '健全工作机制', '农村户厕改造', '全年'),
    fc
      .tuple(fc.constantFrom('一季度', '上半年', '其中制造业', '服务业', '其中', '12月底前'), AMOUNT)
      .map((w) => w.join('')),
    fc.tuple(UNIT, UNIT).map(([one, other]) => `由${one}牵头、${other}配合`),
  );
  const SENTENCE = fc
    .tuple(
      fc.array(CLAUSE, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', '（市工信局牵头）', '（市住建局负责，10月底前完成）', '责任单位：市文旅局、市工信局'),
    )
    .map(([clauses, who]) => `${clauses.join('，')}。${who}`);
  const PASSAGE = fc.array(SENTENCE, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
  const HEAD = fc.constantFrom('', '扩大就业。', '新增企业5家。', '推进12条道路。');
  const MARKERS = ['（一）', '（二）', '1.', '2.', '①', '（三）', '第二章 保障'];
  const PLAN = fc
    .array(fc.tuple(HEAD, PASSAGE), { minLength: 1, maxLength: MARKERS.length })
    .map((all) => all.map(([head, passage], i) => `${MARKERS[i]!}${head}${passage}`).join('\n'));

  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  test('whatever it says, and in whatever order', () => {
    fc.assert(
      fc.property(PLAN, (plan) => {
        const source = `莲城市2027年度目标任务\n前言说明。\n一、着力创新\n${plan}`;
        const { title, items, left } = planOf(source);
        const told = [title, ...left];
        const names = new Set<string>();
        for (const { text, rest, printed, parts, lead, co } of items) {
          told.push(text, rest ?? '', printed ?? '', ...parts.map(({ words }) => words));
          for (const name of [...lead, ...co]) names.add(name);
        }
        const all = [...told, ...names].map(bare).join('|');
        const lost = source
          .replaceAll(/(?:^|\n)(?:[（(]?[一二三四][）)、]|[12]\.|①|第二章)/gu, '\n')
          .split(/[^\p{L}\p{N}.,%]+/u)
          .map((run) => ({ run, words: [...names].reduce((words, name) => words.replace(name, ''), run) }))
          // Who answers for it stands in fields of its own.
          .filter(({ words }) => bare(words.replace(/^由|牵头|负责|配合|责任单位/gu, '')) !== '')
          .filter(({ run }) => !all.includes(bare(run)));
        expect(lost.map(({ run }) => run)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
