import { describe, expect, test } from 'vitest';
import { assignedPlaces, outermostBrackets, places } from './brackets.rules.ts';

const outer = (text: string): string[] => outermostBrackets(text).map((b) => text.slice(b.start, b.end));

describe('brackets', () => {
  test.each([
    ['甲（乙）丙〔丁〕', ['（乙）', '〔丁〕'], 'round and tortoise-shell'],
    ['甲（乙（丙）丁）', ['（乙（丙）丁）'], 'only the outermost'],
    ['甲（乙（丙）丁', ['（丙）'], 'one that never closes hides nothing'],
    ['甲）（乙)', ['（乙)'], 'half-width closes full-width'],
    ['甲（乙\n丙）丁', [], 'none reaches over a line'],
  ])('%j: %s', (text, expected) => expect(outer(text)).toEqual(expected));
});

describe('where a text assigns', () => {
  const read = (text: string): string[][] => assignedPlaces(text, () => false).map((p) => [...p.assignment.lead]);

  test('a bracket, but not every bracket', () => {
    expect(read('修缮校舍（含宿舍）九处。（市教育局负责）')).toEqual([['市教育局']]);
  });
  test('names alone where they close a sentence', () => {
    expect(read('修缮校舍。（市教育局、市财政局）')).toEqual([['市教育局', '市财政局']]);
    expect(read('修缮校舍（市教育局、市财政局）九处。（含民办学校）')).toEqual([]);
  });
  test('lines of labels that follow each other are one place', () => {
    const [place, ...more] = assignedPlaces(
      '更换管网。\n责任单位：市水务局\n配合单位：市住建局\n完成时限：9月底前\n',
      () => false,
    );
    expect(place!.assignment).toMatchObject({ lead: ['市水务局'], co: ['市住建局'], due: '9月底前' });
    expect(more).toEqual([]);
  });
  test('a sentence, and how many items it covers', () => {
    expect(places('甲。此项工作由市粮食局牵头，市财政局参加。')[0]).toMatchObject({ kind: 'sentence', covers: 1 });
    expect(places('甲。此三项工作由市粮食局负责。')[0]).toMatchObject({ covers: 3 });
    expect(read('甲。此两项工作由市粮食局负责。')).toEqual([['市粮食局']]);
  });
});
