import { lazy, Suspense } from 'react';
import type { PlainMap } from '../../src/kernel/outline.contract.ts';
import { api } from '../api.ts';
import type { Pointed } from '../map/MapPick.tsx';
import { useAsked } from './ask.ts';
import { ofCity } from './city.ts';
import { useWords } from './words.tsx';

/** Fetched by whoever opens a map, and by nobody else. */
const MapPick = lazy(async () => ({ default: (await import('../map/MapPick.tsx')).MapPick }));

type Props = {
  at: { longitude: number; latitude: number } | null;
  /** Left out: it is shown and not asked. */
  onPoint?: (at: Pointed) => void;
};

/** The plain map of the city; nothing where it has none, as the place stands there in words too. */
export function PlaceMap({ at, onPoint }: Props) {
  const { t } = useWords();
  const { data: map } = useAsked('map', (signal) => api.get<PlainMap>(ofCity('/api/counter/map'), signal));
  if (!map?.lines.length) return null;
  const words = {
    label: t(onPoint ? 'appeal.map.tap' : 'appeal.map.shown'),
    closer: t('appeal.map.closer'),
    farther: t('appeal.map.farther'),
  };
  return (
    <Suspense fallback={null}>
      <MapPick map={map} at={at} words={words} {...(onPoint ? { onPoint } : {})} />
    </Suspense>
  );
}
