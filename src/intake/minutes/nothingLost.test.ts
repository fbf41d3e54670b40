import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { withoutRadicals } from './radicals.rules.ts';
import { read } from './read.rules.ts';

/** Reports, minutes and plans in the manner of real ones; every form of a page that has a place of its own in the draft. */
const SAMPLES = [
  '全市春灌例会召开\n安远主持 苏木等出席\n\n本报讯（记者 柳青 通讯员 白桦）5月6日，市政府2024年第18次例会召开，副市长苏木参加。\n会议要求，一要保灌溉。要修好支渠9条。（责任单位：市水务局）\n二要保供肥。各乡镇每月5日前报送进度。\n会议指出，形势很好。\n\n图为春灌现场。\n本报记者 白桦 摄\n\n我市植树忙\n\n本报讯（记者 安远）近日，市民植树3000株。',
  '本报讯5月6日，县政府第9次例会召开。\n会议进行交办：在春灌方面，市水务局要修渠；在春播方面，要备种。\n县政府召开例会\n\n同心同德 抓好春耕',
  '青禾市人民政府\n会议纪要\n〔2024〕9号\n\n2024年4月9日，市长安远召开会议。\n一、关于春灌\n（一）请市水务局会同市财政局拿出方案，十日内报市政府。\n　　— 2 —\n（二）市林业局要植树，各乡镇要清淤。\n会议还研究了其他事项。\n出席：安远、欧阳青禾\n抄送：各乡镇。',
  '县\n政\n府\n召\n开\n例\n会\n\n本 报 讯 （ 记 者 柳 青 ） 5 月 6 日 ， 第 9 次 例 会 召 开 。\n（ 一 ） 春 灌 方 面 。 1. 修 渠 ； 2. 清 淤 。 （ 二 ） 春 播 方 面 。 备 种 。',
];
const shared = join(import.meta.dirname, '../../../../shared');
const real = [
  ['page/xuchang-2023-03-14.txt', (text: string) => [text]],
  [
    'data/documents/documents.jsonl',
    (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { body: string }).body),
  ],
] as const;
/** The real ones too, where they lie beside the project. */
const sources = [
  ...SAMPLES,
  ...real.flatMap(([file, texts]) =>
    existsSync(join(shared, file)) ? texts(readFileSync(join(shared, file), 'utf8')) : [],
  ),
];

const bare = (text: string): string => withoutRadicals(text).replace(/[^\p{L}\p{N}]/gu, '');
const given = { date: '2024-05-08', calendar: nationalCalendar };

test.each(sources.map((source) => [source.slice(0, 20), source] as const))(
  'every letter of a text stands in a title, a byline, an article’s text, or what is left: %j',
  (_, source) => {
    const { articles, left } = read(source, given);
    const counted = new Map<string, number>();
    const all = articles.flatMap(({ title, subtitle, byline, text, repeated }) => [
      // What stands in the text already is not counted twice, or it would hide a loss.
      ...[title, subtitle ?? '', byline ?? ''].filter((said) => !bare(text).includes(bare(said))),
      text,
      repeated ? text : '',
    ]);
    for (const c of bare([...all, ...left].join(''))) counted.set(c, (counted.get(c) ?? 0) + 1);
    for (const c of bare(source)) counted.set(c, (counted.get(c) ?? 0) - 1);
    expect([...counted].filter(([, n]) => n !== 0)).toEqual([]);
  },
);

test('a sentence that assigns nothing is shown as unused or within an item, at whatever line of a text it stands', () => {
  const stray = '石榴树开花甚早';
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.double({ min: 0, max: 1, noNaN: true }), (source, at) => {
      const lines = source.split('\n');
      lines.splice(Math.round(at * lines.length), 0, `\n${stray}。\n`);
      const { articles, left } = read(lines.join('\n'), given);
      const shown = articles.flatMap(({ title, subtitle, byline, text, items, uncovered }) => [
        title,
        subtitle ?? '',
        byline ?? '',
        ...[...items, ...uncovered].map((s) => text.slice(s.start, s.end)),
        ...items.flatMap((item) => [...item.path, item.aim ?? '']),
      ]);
      expect(bare([...shown, ...left].join('|'))).toContain(stray);
    }),
    { numRuns: 120 },
  );
});
