import { expect, test } from 'vitest';
import { marksOf } from './marks.ts';

const story = [
  { id: 'a', kind: 'register', at: '2026-12-01T03:08:00Z' },
  { id: 'b', kind: 'reply', at: '2026-12-01T03:10:00Z' },
  { id: 'c', kind: 'evaluate', at: '2026-12-01T03:12:00Z' },
];

test('two people behind one mark are told apart by whose words it stands in', () => {
  const pieces = [
    { act: 'a', mark: '〔姓名1〕', text: '王小明' },
    { act: 'a', mark: '〔电话2〕', text: '13812340987' },
    { act: 'b', mark: '〔姓名1〕', text: '李桃' },
    { act: 'c', mark: '〔姓名1〕', text: '李桃' },
    { act: 'b', mark: '〔电话2〕', text: '13812340987' },
  ];
  expect(marksOf(pieces, story)).toEqual([
    { mark: '〔姓名1〕', text: '王小明', said: [story[0]] },
    { mark: '〔电话2〕', text: '13812340987', said: [] },
    { mark: '〔姓名1〕', text: '李桃', said: [story[1], story[2]] },
  ]);
});
