import { expect, test } from 'vitest';
import enStory from '../../messages/en/web-story.json' with { type: 'json' };
import enWords from '../../messages/en/web.json' with { type: 'json' };
import enParties from '../../messages/en/parties.json' with { type: 'json' };
import zhParties from '../../messages/zh/parties.json' with { type: 'json' };
import zhStory from '../../messages/zh/web-story.json' with { type: 'json' };
import zhWords from '../../messages/zh/web.json' with { type: 'json' };
import { dayText } from '../format/day.ts';
import { translator } from '../i18n/translate.ts';
import { deedText, wordsOf } from './storyText.ts';

const zh = translator({ ...zhWords, ...zhStory, ...zhParties }, 'zh');
const en = translator({ ...enWords, ...enStory, ...enParties }, 'en');
const unit = (id: string) => ({ a: '市发改委', b: '市财政局', c: '市城管局' })[id] ?? id;
const inZh = { unit, language: 'zh' as const, day: (day: string) => dayText(day, 'zh', '2026-03-01') };
const inEn = { unit, language: 'en' as const, day: (day: string) => dayText(day, 'en', '2026-03-01') };

test.each([
  [
    'an assignment names who leads, who helps and by when',
    { kind: 'assign', given: { lead: 'a', co: ['b', 'c'], due: '2026-03-20' } },
    '交办给 市发改委 牵头，市财政局、市城管局 配合，3月20日 周五 前办结',
    'assigned it to 市发改委 (lead), with 市财政局, 市城管局, due Fri 20 Mar',
  ],
  [
    'alone, the lead unit leads alone',
    { kind: 'assign', given: { lead: 'a', co: [] } },
    '交办给 市发改委 牵头',
    'assigned it to 市发改委 (lead)',
  ],
  [
    'progress says how far and how many files',
    { kind: 'report', given: { text: '过半', percent: 60, files: ['x'] } },
    '反馈进展，完成 60%，附 1 个文件',
    'reported progress, 60% done, 1 file',
  ],
  [
    'a request to a court says which and when, so that one put right can be told from it',
    { kind: 'confirm', given: { court: '东湖区人民法院', appliedOn: '2026-03-09', number: '（2026）莲01民特12号' } },
    '登记了司法确认申请，3月9日 周一向东湖区人民法院申请 （2026）莲01民特12号',
    'recorded that a court was asked to confirm, 东湖区人民法院 was asked on Mon 9 Mar （2026）莲01民特12号',
  ],
  [
    'and a ruling what was ruled, when, and under which number',
    { kind: 'rule', given: { outcome: 'dismissed', ruledOn: '2026-03-19', number: '12', files: ['x'] } },
    '登记了司法确认裁定，3月19日 周四裁定驳回申请，文号12，附 1 个文件',
    'recorded what the court ruled, dismissed on Thu 19 Mar, 12, 1 file',
  ],
  ['a reminder says to whom', { kind: 'remind', given: { unit: 'b' } }, '催办 市财政局', 'reminded 市财政局'],
  ['or to all', { kind: 'remind', given: {} }, '催办', 'sent a reminder'],
  [
    'a correction says what it put right',
    { kind: 'correct', given: { text: '修路灯', area: '民生', reason: '归口有误' } },
    '更正文字、领域',
    'corrected the words, the area',
  ],
  [
    'what was filed says under what, with what stands above it',
    {
      kind: 'classify',
      given: { category: '0501' },
      filed: [
        { zh: '劳动用工', en: 'Labour' },
        { zh: '欠薪', en: null },
      ],
    },
    '分类为“劳动用工 / 欠薪”',
    'filed it under “Labour / 欠薪”',
  ],
  [
    'an extension says until when',
    { kind: 'extend', given: { until: '2026-04-01', reason: '雨' } },
    '申请延期，到 4月1日 周三',
    'asked for more time, until Wed 1 Apr',
  ],
])('%s', (_sentence, act, chinese, english) => {
  expect(deedText(zh, act, inZh)).toBe(chinese);
  expect(deedText(en, act, inEn)).toBe(english);
});

test.each([
  ['an answer says its result', { kind: 'answer', given: { result: '已办结' } }, ['已办结']],
  [
    'and why it went ahead of the co-units',
    { kind: 'answer', given: { result: '已办结', withoutCo: '材料后补' } },
    ['已办结', '材料后补'],
  ],
  ['a refusal says its reason', { kind: 'refuse', given: { reason: '职责不符' } }, ['职责不符']],
  [
    'of a correction the reason: what it says now stands beside what it said before',
    { kind: 'correct', given: { area: '民生', reason: '归口有误' } },
    ['归口有误'],
  ],
  [
    'a registration says the task; its area stands with the matter',
    { kind: 'register', given: { text: '修路灯', area: '民生' } },
    ['修路灯'],
  ],
  ['who gave no words is quoted with none', { kind: 'accept', given: {} }, []],
])('%s', (_sentence, act, said) => {
  expect(wordsOf(act).map(({ text }) => text)).toEqual(said);
});
