import type { PlainMap } from '../../../src/kernel/outline.contract.ts';
import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { Tiles } from '../../map/Tiles.tsx';
import { projection, WIDE, type Point } from '../../map/projection.ts';
import style from './Works.module.css';

type Props = {
  rows: readonly WorkRow[];
  map: PlainMap;
  chosen: string | undefined;
  onChoose: (row: WorkRow) => void;
};

/** Where the sites are: an outline of the city and a point for each, drawn from what is here, without a network. The list beside it says the same. */
export function CityMap({ rows, map: { lines, names, tiles }, chosen, onChoose }: Props) {
  const t = useT();
  const sites = rows.flatMap((row) => {
    const { place } = row;
    return place && 'longitude' in place ? [{ row, at: [place.longitude, place.latitude] as Point }] : [];
  });
  if (sites.length === 0) return null;
  const inside = sites.some(({ at }) => within(lines, at));
  const bounds = inside ? lines.flatMap(({ points }) => points) : [];
  const { path, spot, high, tiles: below } = projection([...bounds, ...sites.map(({ at }) => at)]);
  return (
    <figure className={style['map']}>
      <svg viewBox={`0 0 ${WIDE} ${high}`} aria-hidden>
        {/* Beneath the pictures, and in the place of those that do not come. */}
        {inside &&
          lines.map(({ closed, points }) => (
            <path
              key={points.join(' ')}
              className={style[closed ? 'city' : 'river']}
              d={`${path(points)}${closed ? ' Z' : ''}`}
            />
          ))}
        {inside &&
          names.map(({ text, at }) => {
            const [x, y] = spot(at);
            return (
              <text key={text} className={style['name']} x={x} y={y}>
                {text}
              </text>
            );
          })}
        {tiles && <Tiles url={tiles} tiles={below()} />}
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

/** Whether a place lies within the bounds of what is drawn. */
const within = (lines: PlainMap['lines'], at: Point): boolean => {
  const all = lines.flatMap(({ points }) => points);
  return at.every((n, axis) => all.some((one) => one[axis]! <= n) && all.some((one) => one[axis]! >= n));
};
