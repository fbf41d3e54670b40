import { useState } from 'react';
import style from '../Counter.module.css';
import { PlaceMap } from '../PlaceMap.tsx';
import { useWords } from '../words.tsx';
import type { Here } from './draft.ts';

type Props = {
  here: Here | null;
  onHere: (here: Here | null) => void;
  /** Whether the city has a map to point at. */
  map: boolean;
};

const PATIENCE_MS = 15_000;
/** About a metre: what is finer is noise. */
const DIGITS = 1e5;
const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS;

/** Where it is: where the reader is, by their own phone and only when they ask for it, or as they point at it on a map; how exact that is; taken back again. */
export function HereField({ here, onHere, map }: Props) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'asking' | 'denied' | 'unknown'>('idle');
  const [open, setOpen] = useState(false);
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setState('idle');
        onHere({ longitude: rounded(longitude), latitude: rounded(latitude), metres: Math.round(accuracy) });
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  };
  const located = 'geolocation' in navigator;
  if (!located && !map) return null;
  return (
    <div className={style['files']}>
      {!here && located && (
        <button type="button" className={style['plain']} disabled={state === 'asking'} onClick={ask}>
          {t(state === 'asking' ? 'appeal.here.asking' : 'appeal.here')}
        </button>
      )}
      {map && (
        <button type="button" className={style['plain']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'appeal.map.close' : 'appeal.map')}
        </button>
      )}
      {open && <PlaceMap at={here} onPoint={(at) => onHere({ ...at, pointed: true })} />}
      <p aria-live="polite" className="quiet">
        {here && t(here.pointed ? 'appeal.map.taken' : 'appeal.here.taken', { metres: here.metres })}
        {!here && (state === 'denied' || state === 'unknown') && t(`appeal.here.${state}`)}
      </p>
      {here && (
        <button type="button" className={style['quietButton']} onClick={() => onHere(null)}>
          {t('appeal.here.remove')}
        </button>
      )}
    </div>
  );
}
