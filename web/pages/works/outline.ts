/**
 * The outline of the demo city, as GeoJSON gives it: degrees (WGS 84). Invented, as the city is. Without a line a map is this and the
 * sites; whose sites lie elsewhere sees the sites alone.
 */
export const OUTLINE: readonly (readonly [longitude: number, latitude: number])[] = [
  [113.452, 33.981],
  [113.488, 34.041],
  [113.561, 34.058],
  [113.604, 34.079],
  [113.672, 34.066],
  [113.731, 34.071],
  [113.782, 34.022],
  [113.801, 33.958],
  [113.776, 33.904],
  [113.789, 33.861],
  [113.722, 33.822],
  [113.653, 33.829],
  [113.598, 33.806],
  [113.531, 33.827],
  [113.474, 33.862],
  [113.441, 33.918],
];

/** The river, for the eye to find its way by. */
export const RIVER: typeof OUTLINE = [
  [113.447, 33.889],
  [113.512, 33.902],
  [113.571, 33.921],
  [113.622, 33.913],
  [113.688, 33.937],
  [113.745, 33.951],
  [113.8, 33.946],
];
