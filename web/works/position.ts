import type { Position } from '../../src/matters/targets/target.contract.ts';

const PATIENCE_MS = 15_000;
/** About a metre: what is finer is noise. */
const DIGITS = 1e5;
const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/** Where the device says that it is; why it does not say, where it does not. */
export function whereAmI(): Promise<Position | 'denied' | 'unknown'> {
  if (!('geolocation' in navigator)) return Promise.resolve('unknown');
  return new Promise((tell) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        tell({ longitude: rounded(longitude), latitude: rounded(latitude), accuracy: Math.round(accuracy) }),
      ({ code, PERMISSION_DENIED }) => tell(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    ),
  );
}
