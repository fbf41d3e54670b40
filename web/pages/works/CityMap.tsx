import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { OUTLINE, RIVER } from './outline.ts';
import style from './Works.module.css';

type Point = readonly [longitude: number, latitude: number];
type Props = {
  rows: readonly WorkRow[];
  tiles: string | null;
  chosen: string | undefined;
  onChoose: (row: WorkRow) => void;
};

const WIDE = 560;
const EDGE = 14;

/** Where the sites are: an outline of the city and a point for each, drawn from what is here, without a network. The list beside it says the same. */
export function CityMap({ rows, tiles, chosen, onChoose }: Props) {
  const t = useT();
  const sites = rows.flatMap((row) => {
    const { place } = row;
    return place && 'longitude' in place ? [{ row, at: [place.longitude, place.latitude] as Point }] : [];
  });
  if (sites.length === 0) return null;
  const inside = sites.some(({ at }) => within(at));
  const { path, spot, high, tiles: below } = projection([...(inside ? OUTLINE : []), ...sites.map(({ at }) => at)]);
  return (
    <figure className={style['map']}>
      <svg viewBox={`0 0 ${WIDE} ${high}`} aria-hidden>
        {tiles &&
          below().map(({ z, x, y, left, top, wide, high: tall }) => (
            <image
              key={`${z}/${x}/${y}`}
              href={tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))}
              x={left}
              y={top}
              width={wide}
              height={tall}
            />
          ))}
        {inside && !tiles && <path className={style['city']} d={`${path(OUTLINE)} Z`} />}
        {inside && !tiles && <path className={style['river']} d={path(RIVER)} />}
        {sites.map(({ row, at }) => {
          const [x, y] = spot(at);
          return (
            <g
              key={row.id}
              className={style['spot']}
              data-is={standOf(row)}
              data-on={row.id === chosen}
              onClick={() => onChoose(row)}
            >
              <title>{row.text}</title>
              <circle cx={x} cy={y} r={14} className={style['reach']} />
              {shapeOf(row, x, y)}
            </g>
          );
        })}
      </svg>
      <figcaption className="quiet">{t('works.map.key')}</figcaption>
    </figure>
  );
}

type Stand = 'halted' | 'behind' | 'unread' | 'fine';
function standOf({ gates, targets }: WorkRow): Stand {
  if (gates.some(({ last }) => last?.halted)) return 'halted';
  if (targets.rows.some(({ standing }) => standing?.short)) return 'behind';
  return targets.rows.some(({ standing }) => standing === null) ? 'unread' : 'fine';
}

/** Never colour alone: a square stands still, a triangle lags, a ring is unknown, a disc is as planned. */
function shapeOf(row: WorkRow, x: number, y: number) {
  switch (standOf(row)) {
    case 'halted':
      return <rect x={x - 5} y={y - 5} width={10} height={10} />;
    case 'behind':
      return <path d={`M${x} ${y - 6}l6 10h-12z`} />;
    default:
      return <circle cx={x} cy={y} r={5} />;
  }
}

/** Web Mercator, as tiles are cut: the whole world is one square of side 1. */
const mercator = ([longitude, latitude]: Point): [number, number] => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
};

function projection(points: readonly Point[]) {
  const all = points.map(mercator);
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [north, south] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = (WIDE - 2 * EDGE) / Math.max(east - west, (south - north) / 1.2, 1e-5);
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    round(EDGE + (x - west) * scale),
    round(EDGE + (y - north) * scale),
  ];
  const spot = (point: Point) => place(mercator(point));
  const path = (line: readonly Point[]) => line.map((point, i) => `${i ? 'L' : 'M'}${spot(point).join(' ')}`).join('');
  const high = Math.ceil((south - north) * scale + 2 * EDGE);
  return { spot, path, high, tiles: () => tilesOver({ west, north, scale, high, place }) };
}

type Frame = {
  west: number;
  north: number;
  scale: number;
  high: number;
  place: (at: readonly [number, number]) => [number, number];
};

/** The tiles that lie below the picture, at the zoom at which they are about as large as they were drawn. */
function tilesOver({ west, north, scale, high, place }: Frame) {
  const z = Math.max(0, Math.min(18, Math.round(Math.log2(scale / 256))));
  const n = 2 ** z;
  const [left, top] = [west - EDGE / scale, north - EDGE / scale];
  const columns = span(left * n, (left + WIDE / scale) * n);
  const rows = span(top * n, (top + high / scale) * n);
  return rows.flatMap((y) =>
    columns.map((x) => {
      const [from, to] = [place([x / n, y / n]), place([(x + 1) / n, (y + 1) / n])];
      return { z, x, y, left: from[0], top: from[1], wide: to[0] - from[0], high: to[1] - from[1] };
    }),
  );
}
const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.floor(to) - Math.floor(from) + 1 }, (_, i) => Math.floor(from) + i);
const round = (n: number): number => Math.round(n * 10) / 10;

const [lows, highs] = [Math.min, Math.max].map((of) =>
  [0, 1].map((axis) => of(...OUTLINE.map((point) => point[axis]!))),
) as [number[], number[]];
const within = (at: Point): boolean => at.every((n, axis) => n >= lows[axis]! && n <= highs[axis]!);
