import { expect, test } from 'vitest';
import enParties from '../../messages/en/parties.json' with { type: 'json' };
import enStory from '../../messages/en/web-story.json' with { type: 'json' };
import enWeb from '../../messages/en/web.json' with { type: 'json' };
import zhParties from '../../messages/zh/parties.json' with { type: 'json' };
import zhStory from '../../messages/zh/web-story.json' with { type: 'json' };
import zhWeb from '../../messages/zh/web.json' with { type: 'json' };
import type { Change } from '../../src/matters/story/story.contract.ts';
import { dayText } from '../format/day.ts';
import { translator, type Language } from '../i18n/translate.ts';
import { changeText } from './changeText.ts';

const zh = translator({ ...zhWeb, ...zhStory, ...zhParties }, 'zh');
const en = translator({ ...enWeb, ...enStory, ...enParties }, 'en');
const unit = (id: string) => ({ a: '市发改委', b: '市财政局' })[id] ?? id;
const names = (language: Language) => ({
  unit,
  office: language === 'zh' ? '督查室' : 'Supervision office',
  day: (day: string) => dayText(day, language, '2026-03-01'),
  clock: () => (language === 'zh' ? '办理时限' : 'To answer'),
});

test.each<[sentence: string, change: Change, chinese: string, english: string]>([
  [
    'words put right',
    { of: 'text', from: '修路灯', to: '修路灯和井盖' },
    '文字由“修路灯”改为“修路灯和井盖”',
    'words: from “修路灯” to “修路灯和井盖”',
  ],
  ['an area where there was none', { of: 'area', from: null, to: '民生' }, '领域定为“民生”', 'area: now “民生”'],
  [
    'a judgement of the answer that was given while it was joined',
    { of: 'judged', unit: 'a', day: '2026-03-09', stars: 2, solved: false, satisfied: false },
    '并案期间 市发改委 已于 3月9日 周一 答复，诉求人评价：2 星 · 未解决 · 不满意',
    'While joined, answered by 市发改委 on Mon 9 Mar; the originator said: 2 stars · not solved · not satisfied',
  ],
  ['an aim taken away', { of: 'aim', from: '惠民', to: null }, '去掉目的“惠民”', 'aim “惠民” taken away'],
  [
    'money put right, to the last yuan',
    { of: 'amount', from: 18_500_000, to: 20_000_050 },
    '涉案金额由 185,000 元 改为 200,000.50 元',
    'amount at stake: from ¥185,000 to ¥200,000.50',
  ],
  [
    'money taken away',
    { of: 'amount', from: 18_500_000, to: null },
    '去掉涉案金额 185,000 元',
    'amount at stake ¥185,000 taken away',
  ],
  ['a weight where there was none', { of: 'weight', from: null, to: '2.5' }, '权重定为 2.5', 'weight: now 2.5'],
  [
    'made confidential',
    { of: 'confidential', from: false, to: true },
    '改为不公开，只有承办单位、督查室和市领导可看',
    'now confidential: only the units concerned, the supervision office and the mayors may read it',
  ],
  [
    'opened to the city',
    { of: 'confidential', from: true, to: false },
    '改为公开，全市可看',
    'no longer confidential: the whole city may read it',
  ],
  [
    'the day moved',
    { of: 'due', from: '2026-03-20', to: '2026-03-27' },
    '事项期限由 3月20日 周五 改为 3月27日 周五',
    'the matter’s day moved from Fri 20 Mar to Fri 27 Mar',
  ],
  ['a unit came', { of: 'came', unit: 'a', part: 'co' }, '市发改委 加入，作配合单位', '市发改委 joined as a co-unit'],
  [
    'a unit left',
    { of: 'left', unit: 'b', part: 'lead' },
    '市财政局 退出，原为牵头单位',
    '市财政局 left; it was the lead unit',
  ],
  [
    'a unit leads that had helped',
    { of: 'part', unit: 'a', from: 'co', to: 'lead' },
    '市发改委 由配合单位改为牵头单位',
    '市发改委 is no longer a co-unit but the lead unit',
  ],
  [
    'a clock got another day',
    { of: 'clock', clock: 'answer', unit: 'a', from: '2026-03-20', to: '2026-03-25' },
    '市发改委“办理时限”的到期日由 3月20日 周五 改为 3月25日 周三',
    '市发改委: “To answer” moved from Fri 20 Mar to Wed 25 Mar',
  ],
  [
    'the office’s own clock got another day',
    { of: 'clock', clock: 'verify', unit: null, from: '2026-03-20', to: '2026-03-25' },
    '督查室“办理时限”的到期日由 3月20日 周五 改为 3月25日 周三',
    'Supervision office: “To answer” moved from Fri 20 Mar to Wed 25 Mar',
  ],
  [
    'more time asked for',
    { of: 'asked', unit: 'b', from: '2026-03-20', to: '2026-04-01' },
    '市财政局 请求由 3月20日 周五 延到 4月1日 周三',
    '市财政局 asks to move from Fri 20 Mar to Wed 1 Apr',
  ],
])('%s', (_sentence, change, chinese, english) => {
  expect(changeText(zh, change, names('zh'))).toBe(chinese);
  expect(changeText(en, change, names('en'))).toBe(english);
});
