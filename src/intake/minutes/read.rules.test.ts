import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { Draft, type ReadArticle } from './contract.ts';
import { read } from './read.rules.ts';

const given = { date: '2024-03-13', calendar: nationalCalendar };

/** Pieces that minutes are made of, thrown together: what a reader must survive. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '一、',
      '（一）',
      '1.',
      '①',
      '一是',
      '在春灌方面，要',
      '修渠，',
      '确保丰收。',
      '（市水务局负责）',
      '（责任单位：',
      '）',
    ),
    fc.constantFrom(
      '4月底前',
      '每季度',
      '2024年',
      '12个',
      '\n',
      '\n\n',
      '　　',
      '本报讯（记者 安远）',
      '此两项工作由市水务局负责。',
      '“',
      '《',
      '摄\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 60 },
);

describe('for any text', () => {
  test('an item is a substring at its place; items do not overlap one another, nor what is shown as unused', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const draft = read(parts.join(''), given);
        expect(() => Draft.parse(draft)).not.toThrow();
        for (const { text, items, uncovered } of draft.articles) {
          for (const item of items) expect(text.slice(item.start, item.end)).toBe(item.text);
          const all = [...items, ...uncovered].toSorted((a, b) => a.start - b.start || a.end - b.end);
          expect(all.reduce((at, s) => (s.start >= at ? s.end : NaN), 0)).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a sentence that says nothing to be done is shown as unused or stands in an item, wherever it is', () => {
    const stray = '石榴树开花甚早';
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        const draft = read(`${before.join('')}\n\n${stray}。\n\n${after.join('')}`, given);
        const shown = draft.articles.flatMap(({ title, subtitle, text, items, uncovered }) => [
          title,
          subtitle ?? '',
          ...[...items, ...uncovered].map((s) => text.slice(s.start, s.end)),
          ...items.flatMap((item) => [...item.path, item.aim ?? '']),
        ]);
        const bare = [...shown, ...draft.left].join('|').replace(/\s/gu, '');
        expect(bare).toContain(stray);
      }),
      { numRuns: 200 },
    );
  });

  test('no character is lost but white space, what nobody sees, and the copy of a text stored twice', () => {
    const bare = (text: string): string => text.replace(/\s/gu, '');
    const source = '青禾市会议纪要\n一、修渠。\n（一）整修干渠九条。（市水务局负责）\n其他事项另行研究。';
    expect(
      bare(
        read(source, given)
          .articles.map((a) => a.text)
          .join(''),
      ),
    ).toBe(bare(source));
  });
});

test.each([
  '（',
  '一、',
  '\n1.二',
  '责任单位：',
  '每年',
  '1',
  '一、甲项工作。二、乙项工作（市水务局负责）。\n',
  '本报讯（记者 安远）。\n\n甲\n\n',
  '“一',
  '在',
])('time grows with the length alone: 200,000 characters of %j', (unit) => {
  const started = performance.now();
  read(`一、甲项。${unit.repeat(200_000 / unit.length)}。（责任单位：市水务局）`, given);
  // Takes a fraction of a second; a rule that began anew at every character would take minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('an empty text gives an empty draft', () => expect(read(' \n\u3000', given)).toEqual({ articles: [], left: [] }));

test('a text stored twice gives each item once, and says so', () => {
  const once = `为做好春灌工作，现就有关事项通知如下。${'各地要高度重视。'.repeat(20)}一、任务（一）修渠。整修干渠九条。（市水务局负责）`;
  const [article] = read(once + once, given).articles;
  expect(article!.repeated).toBe(true);
  expect(article!.items).toHaveLength(1);
});

describe('minutes of a meeting', () => {
  const source = `青禾市人民政府
2024年第6次市长办公会议纪要
时间：2024年3月13日
出席：安远、苏木
一、关于滨河路改造
会议议定，由市住建局牵头，市财政局配合，本周五前完成围挡。
二、关于供水管网
1.更换老旧管网35公里。
责任单位：市水务集团
完成时限：9月底前
2.建立分区计量体系。（牵头领导：白桦；牵头单位：市水务局）
发：各县区政府。`;
  const [article] = read(source, { ...given, date: null }).articles;
  const items = article!.items;

  test('the meeting is named from its headline', () => {
    expect(article!.meeting).toMatchObject({
      number: 6,
      year: 2024,
      date: '2024-03-13',
      attendees: [{ name: '安远' }, { name: '苏木' }],
    });
  });
  test('units and deadlines from sentence, lines and bracket', () => {
    expect(items.map((i) => [i.lead, i.co, i.dueDate])).toEqual([
      [['市住建局'], ['市财政局'], '2024-03-15'],
      [['市水务集团'], [], '2024-09-30'],
      [['市水务局'], [], null],
    ]);
    expect(items[2]!.leaders).toEqual(['白桦']);
  });
  test('the area is the heading’s 关于…', () =>
    expect(items.map((i) => i.area)).toEqual(['滨河路改造', '供水管网', '供水管网']));
  test('a unit taken from a sentence is marked', () => expect(items.map((i) => i.unsure)).toEqual([['unit'], [], []]));
});

test.each([
  ['a day that the calendar does not have', '2024年2月30日前'],
  ['a month that no year has', '2024年13月5日前'],
  ['a day long past', '2020年6月30日前'],
])('%s beside the units is kept as printed, without a day, and marked', (_sentence, printed) => {
  const text = `会议议定以下事项：\n一、办好社区食堂。（责任单位：市发改委，${printed}）`;
  const [item] = read(text, given).articles[0]!.items;
  expect(item).toMatchObject({ dueText: printed, dueDate: null, unsure: ['due'] });
});

test('a short lead sentence heads its task; one that says at length what to do is the task’s own beginning', () => {
  const { items } = read(
    '青禾市春灌工作方案\n一、工作任务\n（一）管护干渠。各地要排定人员，逐段巡查。（市水务局负责）\n（二）鼓励与春灌有关的各类服务组织为缺少劳力的农户优先提供帮助。各地要登记造册。（市农业农村局负责）',
    given,
  ).articles[0]!;
  expect(items.map((i) => [i.path.at(-1), i.text])).toEqual([
    ['（一）管护干渠', '各地要排定人员，逐段巡查。'],
    ['（二）', '鼓励与春灌有关的各类服务组织为缺少劳力的农户优先提供帮助。各地要登记造册。'],
  ]);
});

test('a report of a meeting: areas, tasks, aims; no unit and no deadline that it does not name', () => {
  const [article] = read(
    '本报讯（记者 柳青）3月12日，市政府2024年第9次周交办会议召开。会议交办两方面工作，一是在春灌方面，要抓紧清淤，备足物资，确保丰收。二是在招商方面，要盯紧项目，优化服务。',
    given,
  ).articles;
  expect(article!.items.map((i) => [i.area, i.text, i.aim])).toEqual([
    ['春灌', '抓紧清淤', '确保丰收'],
    ['春灌', '备足物资', '确保丰收'],
    ['招商', '盯紧项目', null],
    ['招商', '优化服务', null],
  ]);
  expect(article!.items.every((i) => i.lead.length + i.co.length === 0 && i.dueDate === null)).toBe(true);
});

test('what a speaker demands in a few words is a task too, to be looked at', () => {
  const [article] = read(
    '本报讯（记者 柳青）3月12日，市春灌工作会议召开。安远强调，要抓紧修复水毁渠道；要备足物资；要严肃纪律，专人值守。',
    given,
  ).articles;
  expect(article!.items.map((i) => i.text)).toEqual(['抓紧修复水毁渠道', '备足物资', '严肃纪律，专人值守']);
  expect(article!.items.every((i) => i.unsure.includes('text'))).toBe(true);
});

const page = join(import.meta.dirname, '../../../../shared/page/xuchang-2023-03-14.txt');
test.skipIf(!existsSync(page))(
  'the real newspaper page (skipped where ../shared is absent): 7 areas, 22 tasks, each with its aim',
  () => {
    const { articles } = read(readFileSync(page, 'utf8'), { ...given, date: '2023-03-14' });
    expect(articles.filter((a) => a.kind === 'article')).toHaveLength(8);
    const weekly = articles.find((a) => a.meeting?.number === 10)!;
    expect(new Set(weekly.items.map((i) => i.area)).size).toBe(7);
    expect(weekly.items).toHaveLength(22);
    expect(weekly.items.every((i) => i.aim !== null && i.lead.length === 0 && i.dueText === null)).toBe(true);
    expect(weekly.meeting).toMatchObject({ year: 2023, date: '2023-03-13' });
    expect(weekly.meeting!.attendees).toHaveLength(5);
    // One sentence of that report assigns nothing and names nothing that is kept.
    expect(unused(weekly).map((text) => text.slice(0, 5))).toEqual(['会议传达了']);
  },
);

test('a report that prints no year takes it from the number of its meeting, and so do its deadlines', () => {
  const page =
    '本报讯（记者 安远）5 月 8\n日，市政府 2023 年第 17 次重点工作\n周交办会议召开。副市长苏木参加。\n\n本周交办两个方面的工作，一是在\n春灌方面，要修好支渠，6 月底前备足\n农机，确保丰收。\n\n市政府召开 2023 年第 17 次\n重点工作周交办会议\n';
  const { articles } = read(page, { date: null, calendar: nationalCalendar });
  expect(articles[0]?.meeting?.date).toBe('2023-05-08');
  expect(articles[0]?.items.map((item) => item.dueDate)).toContain('2023-06-30');
});

const unused = (article: ReadArticle | undefined): string[] =>
  article!.uncovered.map((s) => article!.text.slice(s.start, s.end));

describe('what nothing was made of', () => {
  test('of a report: neither byline, day, meeting, who attended, areas nor aims', () => {
    const [article] = read(
      '本报讯（记者 柳青）3月12日，青禾市政府2024年第9次周交办会议召开。市长安远，副市长苏木、白桦参加。会议通报了上周完成情况。本周交办两个方面的工作，一是在春灌方面，要抓紧清淤，备足物资，确保丰收。二是在招商方面，要盯紧项目，优化服务。散会后与会人员参观了展厅。',
      given,
    ).articles;
    expect(unused(article)).toEqual(['会议通报了上周完成情况。', '散会后与会人员参观了展厅。']);
  });

  test('of minutes: neither title, day, who attended, headings, brackets nor the day under the issuer’s name', () => {
    const [article] = read(
      `2024年第6次市长办公会议纪要
时间：2024年3月13日
出席：安远、苏木
会议听取了春灌准备的汇报。
一、关于滨河路改造
会上传阅了材料。
（一）完成围挡，4月底前开工。（牵头单位：市住建局；配合单位：市财政局）
（二）迁移管线。（责任单位：市水务集团）
散会前通报了纪律。
青禾市人民政府
2024年3月14日`,
      { ...given, date: null },
    ).articles;
    expect(unused(article)).toEqual([
      '会议听取了春灌准备的汇报。',
      '会上传阅了材料。',
      '散会前通报了纪律。\n青禾市人民政府',
    ]);
  });

  test('of a plan: the clause that says by when all is to be done is used, its neighbours are not', () => {
    const [article] = read(
      '青禾市春灌工作方案\n为保丰收，各项任务于2024年4月底前全部完成，结果报市政府。\n一、工作任务\n（一）整修干渠九条。（市水务局负责）\n（二）检修泵站。（各县区政府负责）',
      { ...given, date: '2024-02-01' },
    ).articles;
    expect(article!.items.map((item) => item.dueDate)).toEqual(['2024-04-30', '2024-04-30']);
    expect(unused(article)).toEqual(['为保丰收', '结果报市政府。']);
  });

  test('who attended and was not understood is not passed over', () => {
    const [article] = read('出席：安远、苏木，市直各部门代表\n一、任务\n（一）修渠九条。（市水务局负责）', {
      ...given,
      date: null,
    }).articles;
    expect(unused(article).join()).toContain('市直各部门代表');
  });
});
