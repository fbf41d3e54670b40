import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOutline } from './outline.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-outline-'));
const file = (text: string): string => {
  const path = join(folder, 'city.geojson');
  writeFileSync(path, text);
  return path;
};
const ring = [
  [113, 34],
  [114, 34],
  [114, 35],
  [113, 34],
];

test('a border goes round, a river does not; what else stands in the file is left alone', () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { name: '东湖区' }, geometry: { type: 'Point', coordinates: [113.5, 34.5] } },
      { type: 'Feature', properties: { name: '边界' }, geometry: { type: 'Polygon', coordinates: [ring] } },
      {
        type: 'Feature',
        properties: null,
        geometry: {
          type: 'LineString',
          coordinates: [
            [113, 34, 80],
            [114, 35, 90],
          ],
        },
      },
    ],
  });
  expect(readOutline(file(text))).toEqual({
    names: [{ text: '东湖区', at: [113.5, 34.5] }],
    lines: [
      { closed: true, points: ring },
      {
        closed: false,
        points: [
          [113, 34],
          [114, 35],
        ],
      },
    ],
  });
});

test.each([
  ['no JSON', 'city'],
  ['a point is no line', JSON.stringify({ type: 'Point', coordinates: [1, 2] })],
  [
    'latitude first',
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [34, 113],
        [35, 114],
      ],
    }),
  ],
  [
    'more than a phone draws',
    JSON.stringify({ type: 'LineString', coordinates: Array.from({ length: 6000 }, () => [1, 2]) }),
  ],
])('%s is refused by name', (_, text) => {
  expect(() => readOutline(file(text))).toThrow(/platform\.outline-wrong/u);
});
