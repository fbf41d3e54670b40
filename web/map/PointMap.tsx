import { useQuery } from '@tanstack/react-query';
import { useT } from '../i18n/language.tsx';
import { mapQuery } from './map.query.ts';
import { MapPick, type Pointed } from './MapPick.tsx';

type Props = {
  at: { longitude: number; latitude: number } | null;
  /** Left out: it is shown and not asked. */
  onPoint?: (at: Pointed) => void;
};

/** The plain map of the city at the desk; nothing where it has none. */
export function PointMap({ at, onPoint }: Props) {
  const t = useT();
  const { data: map } = useQuery(mapQuery);
  if (!map?.lines.length) return null;
  const words = {
    label: t(onPoint ? 'map.tap' : 'map.shown'),
    closer: t('map.closer'),
    farther: t('map.farther'),
  };
  return <MapPick map={map} at={at} words={words} {...(onPoint ? { onPoint } : {})} />;
}
