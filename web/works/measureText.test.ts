import { expect, test } from 'vitest';
import type { Measure } from '../../src/kernel/contract.ts';
import en from '../../messages/en/works.json' with { type: 'json' };
import zh from '../../messages/zh/works.json' with { type: 'json' };
import { translator } from '../i18n/translate.ts';
import { measureText } from './measureText.ts';

test.each<[value: string, unit: Measure, chinese: string, english: string]>([
  ['1', '家', '1 家', '1 firm'],
  ['60', '家', '60 家', '60 firms'],
  ['861.47', '亩', '861.47 亩', '861.47 mu'],
  ['46.65', '亿元', '46.65 亿元', '4.665 billion yuan'],
  ['0.5', '亿元', '0.5 亿元', '50 million yuan'],
  ['3400', '万元', '3400 万元', '34 million yuan'],
  ['5.2', '万人', '5.2 万人', '52,000 people'],
  ['0.0001', '万户', '0.0001 万户', '1 household'],
  ['12.345678', '亿元', '12.345678 亿元', '1,234,567,800 yuan'],
  ['8', '%', '8 %', '8 %'],
])('%s %s', (value, unit, chinese, english) => {
  expect(measureText(translator(zh, 'zh'), 'zh', value, unit)).toBe(chinese);
  expect(measureText(translator(en, 'en'), 'en', value, unit)).toBe(english);
});
