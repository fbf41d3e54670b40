import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projection, WIDE, type Point } from './projection.ts';

const CITY: Point[] = [
  [113.44, 34.08],
  [113.8, 33.8],
];

test('whoever taps where a point is drawn names that point, to within the width of a line', () => {
  const { spot, at, metres } = projection(CITY);
  fc.assert(
    fc.property(
      fc.double({ min: 113.44, max: 113.8, noNaN: true }),
      fc.double({ min: 33.8, max: 34.08, noNaN: true }),
      (longitude, latitude) => {
        const [east, north] = at(spot([longitude, latitude]));
        const near = (metres(latitude) / 111_000) * 1.5;
        expect(Math.abs(east - longitude)).toBeLessThan(near);
        expect(Math.abs(north - latitude)).toBeLessThan(near);
      },
    ),
  );
});

test('all of the city lies in the picture', () => {
  const { spot, high } = projection(CITY);
  for (const point of CITY) {
    const [x, y] = spot(point);
    expect(x >= 0 && x <= WIDE && y >= 0 && y <= high).toBe(true);
  }
});

test('a part of the picture is laid with finer tiles that cover it', () => {
  const { tiles } = projection(CITY);
  const crop = { x: 200, y: 150, wide: 70, high: 60 };
  const [whole, part] = [tiles(), tiles(crop)];
  expect(part[0]!.z).toBe(whole[0]!.z + 3);
  const over = (n: number, from: number, wide: number) => n >= from - 0.2 && n <= from + wide + 0.2;
  for (const [x, y] of [
    [200, 150],
    [270, 210],
  ] as const)
    expect(part.some((tile) => over(x, tile.left, tile.wide) && over(y, tile.top, tile.high))).toBe(true);
});
