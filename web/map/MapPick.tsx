import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PlainMap } from '../../src/kernel/outline.contract.ts';
import { Tiles } from './Tiles.tsx';
import style from './Map.module.css';
import { projection, WIDE, type Crop, type Point } from './projection.ts';

/** A place as it was pointed at: about how many metres a finger may be off. */
export type Pointed = { readonly longitude: number; readonly latitude: number; readonly metres: number };

type Props = {
  map: PlainMap;
  at: { readonly longitude: number; readonly latitude: number } | null;
  /** Left out: it is shown and not asked. */
  onPoint?: (at: Pointed) => void;
  words: { label: string; closer: string; farther: string };
};

/** Without pictures there is nothing to be seen closer than this. */
const CLOSEST = { plain: 8, tiles: 64 };
/** In units of the picture: the size of a name, and of the pin. */
const NAME = 22;
const PIN = 11;
/** A fingertip, in units of the picture. */
const FINGER = 8;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** About a metre: what is finer is noise. */
const DIGITS = 1e5;
const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/** The plain map of the city, on which one taps, or moves by the arrow keys; gone closer to around what was pointed at. */
export function MapPick({ map, at, onPoint, words }: Props) {
  const [zoom, setZoom] = useState(1);
  const drawn = useMemo(() => projection(map.lines.flatMap(({ points }) => points)), [map]);
  const pin = at && drawn.spot([at.longitude, at.latitude]);
  const crop = croppedTo(pin ?? [WIDE / 2, drawn.high / 2], zoom, drawn.high);
  const point = (x: number, y: number) => {
    const [longitude, latitude] = drawn.at([x, y]).map(rounded) as unknown as Point;
    onPoint?.({ longitude, latitude, metres: Math.ceil((drawn.metres(latitude) * FINGER) / zoom) });
  };
  const tap = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [right, down] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    point(crop.x + right * crop.wide, crop.y + down * crop.high);
  };
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = pin ?? [crop.x + crop.wide / 2, crop.y + crop.high / 2];
    point(x + (step[0] * FINGER) / zoom, y + (step[1] * FINGER) / zoom);
  };
  return (
    <div className={style['pick']}>
      <svg
        viewBox={`${crop.x} ${crop.y} ${crop.wide} ${crop.high}`}
        className={style['map']}
        {...(onPoint ? { role: 'application', tabIndex: 0, onPointerUp: tap, onKeyDown: press } : { role: 'img' })}
        aria-label={words.label}
      >
        {map.tiles && <Tiles url={map.tiles} tiles={drawn.tiles(crop)} />}
        {map.lines.map(({ closed, points }) => (
          <path
            key={points.join(' ')}
            className={style[closed ? 'city' : 'river']}
            data-tiles={map.tiles !== null}
            d={`${drawn.path(points)}${closed ? ' Z' : ''}`}
          />
        ))}
        {map.names.map(({ text, at: where }) => {
          const [x, y] = drawn.spot(where);
          return (
            <text key={text} className={style['name']} x={x} y={y} fontSize={NAME / zoom}>
              {text}
            </text>
          );
        })}
        {pin && <circle className={style['pin']} cx={pin[0]} cy={pin[1]} r={PIN / zoom} />}
      </svg>
      <p className={style['closer']}>
        <button
          type="button"
          disabled={zoom >= CLOSEST[map.tiles ? 'tiles' : 'plain']}
          onClick={() => setZoom(zoom * 2)}
        >
          {words.closer}
        </button>
        <button type="button" disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>
          {words.farther}
        </button>
      </p>
    </div>
  );
}

/** The part of the picture around a place, so many times enlarged, and never beyond its edges. */
function croppedTo([x, y]: readonly [number, number], zoom: number, tall: number): Crop {
  const [wide, high] = [WIDE / zoom, tall / zoom];
  const within = (n: number, most: number) => Math.max(0, Math.min(most, n));
  return { x: within(x - wide / 2, WIDE - wide), y: within(y - high / 2, tall - high), wide, high };
}
