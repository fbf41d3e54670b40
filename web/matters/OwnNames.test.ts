import { expect, test } from 'vitest';
import { ownWords } from './OwnNames.tsx';
import { translator } from '../i18n/translate.ts';
import { deedText } from '../story/storyText.ts';

const names = { fail: { zh: '考察不合格', en: 'Not passed' }, assign: { zh: '派单', en: 'Dispatch' } };
const engine = {
  'matter.act.fail': '调解不成',
  'web.story.fail': '调解不成',
  'web.story.lead': '{unit} 牵头',
  'web.story.comma': '，',
};
const t = translator({ ...engine, ...ownWords(names, 'zh') }, 'zh');
const told = { unit: (id: string) => `单位${id}`, day: (day: string) => day, language: 'zh' as const };

test('an act is called as its mechanism calls it: as a button, in the story, as an outcome', () => {
  expect(t('matter.act.fail')).toBe('考察不合格');
  expect(deedText(t, { kind: 'fail', given: { reason: '发票制度没有执行' } }, told)).toBe('考察不合格');
  expect(t('web.between.outcome.failed')).toBe('考察不合格');
});

test('an English story tells it as a sentence: as the file says it, else of the name', () => {
  const english = { meet: { zh: '走访检查', en: 'Visit', told: 'visited the enterprise' }, assign: names.assign };
  const en = translator(
    { 'web.story.lead': '{unit} (lead)', 'web.story.comma': ', ', ...ownWords(english, 'en') },
    'en',
  );
  const inEnglish = { ...told, language: 'en' as const };
  expect(en('matter.act.meet')).toBe('Visit');
  expect(en('web.between.sessions'), 'what stands above the visits').toBe('Visit');
  expect(deedText(en, { kind: 'meet', given: {} }, inEnglish)).toBe('visited the enterprise');
  expect(deedText(en, { kind: 'assign', given: { lead: 'a', co: [] } }, inEnglish)).toBe(
    'recorded “Dispatch”: 单位a (lead)',
  );
});

test('the fields of a visit are called as its mechanism calls them, and what other acts have too keeps its name in refusals', () => {
  const fields = {
    meet: { heldOn: { zh: '走访日期', en: 'Day of the visit' }, text: { zh: '走访记录', en: 'Minutes' } },
  };
  const words = { 'matter.field.text': '内容', 'matter.field.heldOn': '会谈日期', ...ownWords({}, 'zh', fields) };
  expect(words).toMatchObject({
    'web.field.meet.heldOn': '走访日期',
    'web.field.meet.text': '走访记录',
    'matter.field.heldOn': '走访日期',
    'matter.field.text': '内容',
  });
});

test('to whom it was done stays told beside its own name', () => {
  expect(deedText(t, { kind: 'assign', given: { lead: 'a', co: [] } }, told)).toBe('派单：单位a 牵头');
});
