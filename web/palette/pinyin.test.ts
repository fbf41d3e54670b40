import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { actFields } from '../acts/fields.ts';
import { catalogue } from '../i18n/zh.ts';
import { places } from '../frame/places.ts';
import { PINYIN } from './pinyin.ts';

const said = (name: string): string => pinyin(name, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'v');

test('every act that may be asked for is found by the whole of its sound', () => {
  for (const kind of Object.keys(actFields))
    expect([kind, PINYIN[`act ${kind}`]]).toEqual([kind, said(catalogue[`matter.act.${kind}`]!)]);
});

test('so is every place of the desk', () => {
  expect(places.filter(({ to }) => !PINYIN[`page ${to}`])).toEqual([]);
});
