import { describe, expect, test } from 'vitest';
import { findMarkers } from './markers.rules.ts';

const marks = (text: string): string[] => findMarkers(text).map((m) => text.slice(m.at, m.after));

describe('what enumerates', () => {
  test.each([
    [
      '一、任务（一）建桥。1.立项。（1）可研。①选址。',
      ['一、', '（一）', '1.', '（1）', '①'],
      'every kind, at any depth',
    ],
    ['任务：一是修路；二是架桥。', ['一是', '二是'], '一是 within a sentence'],
    ['要求如下，一要快，二要稳。', ['一要', '二要'], '一要'],
    ['措施：（四）减税。', [], 'a series does not begin in the middle of a line'],
    [
      '一、总则（一）甲。（二）乙。二、措施（三）丙。',
      ['一、', '（一）', '（二）', '二、', '（三）'],
      'a series may run on through chapters',
    ],
    ['1.2024年新建公园。2.修路。', ['1.', '2.'], 'a year right behind the number'],
    ['产值达到1.5亿元。2.5倍增长。', [], 'decimals'],
    ['贯彻第十届二中、三中全会精神。', [], '、 between numerals'],
    ['见本办法第（一）项。', [], 'a reference'],
    ['统一要求、第一要务。', [], '一要 within a word'],
  ])('%s → %j: %s', (text, expected) => expect(marks(text)).toEqual(expected));
});
