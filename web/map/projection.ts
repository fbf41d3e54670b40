/** Degrees (WGS 84), longitude first. */
export type Point = readonly [longitude: number, latitude: number];
/** A part of the picture, in its own units. */
export type Crop = { readonly x: number; readonly y: number; readonly wide: number; readonly high: number };

/** How wide every map is drawn, in units of its own picture, and how much of that is left free around what it shows. */
export const WIDE = 560;
const EDGE = 14;
const EQUATOR_M = 40_075_016;
const TILE = 256;
const FINEST = 18;

/** Web Mercator, as tiles are cut: the whole world is one square of side 1. */
const mercator = ([longitude, latitude]: Point): [number, number] => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};
const degrees = ([x, y]: readonly [number, number]): Point => [
  x * 360 - 180,
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
];

/** A picture {@link WIDE} units wide that shows all of some points: where each of them lies in it, and what lies at each of its places. */
export function projection(points: readonly Point[]) {
  const all = points.map(mercator);
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [north, south] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = (WIDE - 2 * EDGE) / Math.max(east - west, (south - north) / 1.2, 1e-5);
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    round(EDGE + (x - west) * scale),
    round(EDGE + (y - north) * scale),
  ];
  const spot = (point: Point) => place(mercator(point));
  const at = ([x, y]: readonly [number, number]) => degrees([west + (x - EDGE) / scale, north + (y - EDGE) / scale]);
  const path = (line: readonly Point[]) => line.map((point, i) => `${i ? 'L' : 'M'}${spot(point).join(' ')}`).join('');
  const high = Math.ceil((south - north) * scale + 2 * EDGE);
  /** How many metres one unit of the picture is, at a latitude. */
  const metres = (latitude: number) => (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / scale;
  const whole: Crop = { x: 0, y: 0, wide: WIDE, high };
  const tiles = (crop: Crop = whole) => {
    const z = Math.max(0, Math.min(FINEST, Math.round(Math.log2((scale * WIDE) / crop.wide / TILE))));
    const n = 2 ** z;
    const [left, top] = [west + (crop.x - EDGE) / scale, north + (crop.y - EDGE) / scale];
    const columns = span(left * n, (left + crop.wide / scale) * n);
    const rows = span(top * n, (top + crop.high / scale) * n);
    return rows.flatMap((y) =>
      columns.map((x) => {
        const [from, to] = [place([x / n, y / n]), place([(x + 1) / n, (y + 1) / n])];
        return { z, x, y, left: from[0], top: from[1], wide: to[0] - from[0], high: to[1] - from[1] };
      }),
    );
  };
  return { spot, at, path, high, metres, tiles };
}

/** One picture of such a map: which, and where it lies in ours. */
export type Tile = ReturnType<ReturnType<typeof projection>['tiles']>[number];

/** The address of one tile. */
export const tileAt = (tiles: string, { z, x, y }: { z: number; x: number; y: number }): string =>
  tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.floor(to) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i);
const round = (n: number): number => Math.round(n * 10) / 10;
