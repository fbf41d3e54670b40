import { expect, test } from 'vitest';
import { fits, wordsOf } from './unitWords.ts';

const water = wordsOf({
  name: '莲城市水利局',
  shortName: '市水利局',
  aliases: ['水务局 A'],
  sound: 'lcsslj sslj swja lianchengshishuiliju shishuiliju shuiwujua',
} as never);

test.each([
  ['part of a name', '水利', true],
  ['of the name that it also has, letters in either case', '水务局 a', true],
  ['initials', 'slj', true],
  ['initials from the first on, as capitals', 'SSLJ', true],
  ['whole syllables', 'shuili', true],
  ['syllables typed apart', " shui'li ju", true],
  ['another unit', '教育', false],
  ['another sound', 'jyj', false],
  ['the end of one name with the beginning of the next', 'ljss', false],
])('a unit is found by %s', (_, typed, found) => expect(fits(water, typed)).toBe(found));
