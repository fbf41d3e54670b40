import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { OUTLINE, RIVER } from './outline.ts';
import style from './Works.module.css';

type Point = readonly [longitude: number, latitude: number];
type Props = { rows: readonly WorkRow[]; chosen: string | undefined; onChoose: (row: WorkRow) => void };

const WIDE = 560;
const EDGE = 14;

/** Where the sites are: an outline of the city and a point for each, drawn from what is here, without a network. The list beside it says the same. */
export function CityMap({ rows, chosen, onChoose }: Props) {
  const t = useT();
  const sites = rows.flatMap((row) => {
    const { place } = row;
    return place && 'longitude' in place ? [{ row, at: [place.longitude, place.latitude] as Point }] : [];
  });
  if (sites.length === 0) return null;
  const inside = sites.some(({ at }) => within(at));
  const { path, spot, high } = projection([...(inside ? OUTLINE : []), ...sites.map(({ at }) => at)]);
  return (
    <figure className={style['map']}>
      <svg viewBox={`0 0 ${WIDE} ${high}`} aria-hidden>
        {inside && <path className={style['city']} d={`${path(OUTLINE)} Z`} />}
        {inside && <path className={style['river']} d={path(RIVER)} />}
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

/** Near the middle of a city a degree of longitude is so much shorter than one of latitude; nothing else is bent. */
function projection(points: readonly Point[]) {
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDE - 2 * EDGE) / Math.max((east - west) * squeeze, north - south, 0.01);
  const spot = ([x, y]: Point): [number, number] => [
    round(EDGE + (x - west) * squeeze * scale),
    round(EDGE + (north - y) * scale),
  ];
  const path = (line: readonly Point[]) => line.map((point, i) => `${i ? 'L' : 'M'}${spot(point).join(' ')}`).join('');
  return { spot, path, high: Math.ceil((north - south) * scale + 2 * EDGE) };
}
const round = (n: number): number => Math.round(n * 10) / 10;

const [lows, highs] = [Math.min, Math.max].map((of) =>
  [0, 1].map((axis) => of(...OUTLINE.map((point) => point[axis]!))),
) as [number[], number[]];
const within = (at: Point): boolean => at.every((n, axis) => n >= lows[axis]! && n <= highs[axis]!);
