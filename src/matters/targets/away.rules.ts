import type { Measure } from '../../kernel/index.ts';
import type { Place } from '../raised/raised.contract.ts';
import type { Position } from './target.contract.ts';

/** So many metres from the point of a site a reading is taken on it: a park is wide, and maps are some hundred metres apart. */
const NEAR = 2000;

/** The units of length, in metres. */
const LONG: Partial<Readonly<Record<Measure, number>>> = { 米: 1, 公里: 1000 };

const EARTH = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

type Point = { readonly longitude: number; readonly latitude: number };

/** Metres between two points, as the crow flies (haversine). */
function metresBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(h));
}

/** Where something is, and what is promised of it. */
type Site = {
  readonly place: Place | null;
  readonly targets: readonly { readonly in: Measure; readonly quantity: string }[];
};

/**
 * How many metres from its site a reading was taken; null where that is on it, as exactly as the device knew, or where nobody has said on the
 * map where the site is. What is long reaches as far as it is long.
 */
export function metresAway({ place, targets }: Site, position: Position): number | null {
  if (!place || !('longitude' in place)) return null;
  const reach = NEAR + Math.max(0, ...targets.map(({ in: unit, quantity }) => (LONG[unit] ?? 0) * Number(quantity)));
  const metres = Math.round(metresBetween(place, position));
  return metres - position.accuracy > reach ? metres : null;
}

/** Metres as kilometres with one digit. */
export const kilometres = (metres: number): string => (metres / 1000).toFixed(1);
