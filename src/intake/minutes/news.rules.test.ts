import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { frameOf } from './frame.rules.ts';
import { newsItems } from './news.rules.ts';

/** The items of a meeting's report: where, what, whose with whose help, by when. */
const read = (text: string): unknown[] =>
  newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, true)).items.map((i) => [
    i.path.join(' '),
    i.text,
    [i.lead.join('、'), ...i.co].join(' + '),
    i.dueDate,
  ]);

describe('a short sentence heads the tasks behind it', () => {
  test('each with the unit that is to do it', () => {
    expect(
      read(
        '会议要求，一是加快灌区改造。市水务局要排出工期，5月17日前报市政府。二是备足农机。市农业农村局要检修收割机900台，本周五前完成。三是守住田间安全。各乡镇要看好沟渠。',
      ),
    ).toEqual([
      ['一是加快灌区改造', '排出工期，5月17日前报市政府', '市水务局', '2024-05-17'],
      ['二是备足农机', '检修收割机900台，本周五前完成', '市农业农村局', '2024-05-10'],
      ['三是守住田间安全', '看好沟渠', '各乡镇', null],
    ]);
  });
  test('whose bracket stands behind them', () => {
    expect(
      read(
        '一要保灌溉。要修好支渠9条，6月底前通水。（责任单位：市水务局、市住建局）\n二要保供肥。备足化肥。（市供销社牵头，市财政局配合）\n三要严纪律。各乡镇每月5日前报送进度。\n会议指出，形势很好。',
      ),
    ).toEqual([
      ['一要保灌溉', '修好支渠9条，6月底前通水。', '市水务局、市住建局', '2024-06-30'],
      ['二要保供肥', '备足化肥。', '市供销社 + 市财政局', null],
      ['三要严纪律', '各乡镇每月5日前报送进度', '各乡镇', null],
    ]);
  });
  test('in two halves of a length; halves of two lengths are two tasks', () => {
    expect(read('一是提高站位，压实责任。市直各部门要排专班。二是清理沟渠，修好全部泵站。三是转变作风。')).toEqual([
      ['一是提高站位，压实责任', '排专班', '市直各部门', null],
      ['二是', '清理沟渠', '', null],
      ['二是', '修好全部泵站', '', null],
      ['三是', '转变作风', '', null],
    ]);
  });
  test('and is the task itself where the next sentence says only whose it is', () => {
    expect(read('一是加快灌区征地。由市水务局牵头，市财政局配合。二是修好泵站。')).toEqual([
      ['一是', '加快灌区征地', '市水务局 + 市财政局', null],
      ['二是', '修好泵站', '', null],
    ]);
  });
  test('what is told behind the last task is none', () => {
    expect(read('一是抓好春灌。要清理沟渠。二是抓好春播。要备足种子。散会后与会人员参观了泵站。').length).toBe(2);
  });
});

describe('what names the areas', () => {
  test('（一）…方面, with numbers below it or without', () => {
    expect(
      read(
        '本周交办两个方面的工作：\n（一）春灌方面。1.修好支渠，5月底前通水；2.由市水务局牵头，检修泵站12座。\n（二）春播方面。备足种子，确保不误农时。\n会议强调，要抓紧。',
      ),
    ).toEqual([
      ['（一）春灌方面 1.', '修好支渠，5月底前通水', '', '2024-05-31'],
      ['（一）春灌方面 2.', '由市水务局牵头，检修泵站12座', '市水务局', null],
      ['（二）春播方面', '备足种子', '', null],
    ]);
  });
  test.each([
    ['在春灌方面，市水务局要修好支渠；在春播方面，要备足种子', '；'],
    ['在春灌方面，市水务局要修好支渠。在春播方面，要备足种子', '。'],
    ['在春灌方面，市水务局要修好支渠，在春播方面，要备足种子', '，'],
  ])('no number at all: %s (parted by %s)', (list) => {
    expect(read(`会议对本周工作进行交办：${list}。会议强调，一是压实责任。各乡镇要排专班。`)).toEqual([
      ['在春灌方面', '修好支渠', '市水务局', null],
      ['在春播方面', '备足种子', '', null],
      ['一是压实责任', '排专班', '各乡镇', null],
    ]);
  });
  test.each([
    ['一是围绕“三夏”生产，要备足农机。', ['“三夏”生产', '备足农机'], '围绕…，要'],
    ['一是关于高考服务，要管好考点。', ['高考服务', '管好考点'], '关于'],
    ['一是各县要围绕主导产业，每月外出招商1次。', [null, '围绕主导产业，每月外出招商1次'], 'no area behind the unit'],
  ])('%s: %j, %s', (text, expected) => {
    const { items } = newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, true));
    expect(items.map((i) => [i.area, i.text])).toEqual([expected]);
  });
  test('a bracket behind a heading has all that is below it', () => {
    expect(
      read(
        '一、关于春灌工作\n（责任单位：市水务局、各乡镇）\n1.修好支渠，5月底前通水。\n2.由市城管局牵头，疏通干渠。\n二、关于春播工作。备足种子。',
      ),
    ).toEqual([
      ['一、关于春灌工作 1.', '修好支渠，5月底前通水', '市水务局、各乡镇', '2024-05-31'],
      ['一、关于春灌工作 2.', '由市城管局牵头，疏通干渠', '市城管局', null],
      ['二、关于春播工作', '备足种子', '', null],
    ]);
  });
  test('but not where nothing is assigned', () => {
    expect(read('今年以来，在春灌方面，修好支渠9条；在春播方面，备足种子。')).toEqual([]);
  });
});

describe('the unit that a clause names', () => {
  test.each([
    ['市水务局牵头修好支渠，本周五前报送名册', ['市水务局', '市水务局'], 'has the clauses behind it too'],
    ['由市水务局负责，要修好支渠，疏通干渠', ['市水务局', '市水务局'], 'is no task where it stands alone'],
    [
      '要修好支渠，疏通干渠，由市水务局牵头，市财政局配合',
      ['市水务局 + 市财政局', '市水务局 + 市财政局'],
      'behind its tasks',
    ],
    ['市水务局要修好支渠；市农业农村局要备足种子', ['市水务局', '市农业农村局'], 'ends where another is named'],
    ['由市水务局牵头，电力、通信等部门配合，修好支渠', ['市水务局 + 电力、通信等部门'], 'helped by trades'],
    ['请安平县政府会同市水务局修好支渠', ['安平县政府 + 市水务局'], 'asked to do it together with another'],
  ])('%s: %j, %s', (said, units) =>
    expect(
      (read(`一是在春灌方面，${said}。二是在其他方面，要修路。`) as string[][]).slice(0, -1).map((i) => i[2]),
    ).toEqual(units),
  );
  test('a day does not carry the purpose behind it into the task', () => {
    const text = '一是在春灌方面，要修好支渠，5月底前通水20公里，确保不误农时。';
    const { items } = newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, true));
    expect(items.map((i) => [i.text, i.aim])).toEqual([
      ['修好支渠', '确保不误农时'],
      ['5月底前通水20公里', '确保不误农时'],
    ]);
  });
  test('each part between ； has its own purpose; one at the end by itself is that of all', () => {
    const aims = (said: string): unknown => {
      const text = `一是在春灌方面，${said}。`;
      return newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, true)).items.map((i) => i.aim);
    };
    expect(aims('要修好支渠，确保通水；要备足种子，防止误时问题发生')).toEqual(['确保通水', '防止误时问题发生']);
    expect(aims('要修好支渠；要备足种子；确保不误农时')).toEqual(['确保不误农时', '确保不误农时']);
  });
});

test('without a list, what names whose it is counts without 要, over the paragraphs that go on with it', () => {
  const text =
    '会议强调，要抓紧春灌。市水务局要会同市财政局，对险段逐个过堂，5月底前修好；对缺水的村，市应急局、市城管局要送水。\n要抓紧春播。市农业农村局牵头，各乡镇配合，备足种子。\n散会后，市水务局负责同志参观了泵站。';
  const { items } = newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, true));
  expect(items.map((i) => [i.text, i.lead.join('、'), i.co.join('、')])).toEqual([
    ['抓紧春灌', '', ''],
    ['会同市财政局，对险段逐个过堂，5月底前修好', '市水务局', '市财政局'],
    ['对缺水的村，市应急局、市城管局要送水', '市应急局、市城管局', ''],
    ['抓紧春播', '', ''],
    ['市农业农村局牵头，各乡镇配合，备足种子', '市农业农村局', '各乡镇'],
  ]);
  expect(items.every((i) => i.unsure.includes('text'))).toBe(true);
});

test('numbers outside of a meeting’s report list no tasks', () => {
  const text = '（一）报名时间。1.五月八日；2.五月九日。';
  expect(newsItems(text, frameOf(text, '2024-05-08', nationalCalendar, false)).items).toEqual([]);
});
