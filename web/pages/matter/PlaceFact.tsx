import type { Place } from '../../../src/matters/raised/raised.contract.ts';
import { announce } from '../../frame/announce.ts';
import { Button } from '../../frame/Button.tsx';
import { PointMap } from '../../map/PointMap.tsx';
import { useT } from '../../i18n/language.tsx';

/** Where it is: in words, and as coordinates that can be taken to whatever map the unit uses. `folded`: the map opens when it is asked for. */
export function PlaceFact({ place, folded = false }: { place: Place; folded?: boolean }) {
  const t = useT();
  if (!('longitude' in place)) return place.text;
  const point = `${place.longitude}, ${place.latitude}`;
  return (
    <>
      {place.text && <p>{place.text}</p>}
      <p>
        <span className="quiet">{t('web.raised.place.point', { point })}</span>{' '}
        <Button
          size="small"
          aria-label={t('web.raised.place.copy-of', { point })}
          onClick={() =>
            void navigator.clipboard
              .writeText(point)
              .then(() => announce(t('web.raised.place.copied')))
              .catch(() => announce(t('web.raised.place.not-copied'), 'fault'))
          }
        >
          {t('web.raised.place.copy')}
        </Button>
      </p>
      {folded ? (
        <details>
          <summary>{t('web.place.map')}</summary>
          <PointMap at={place} />
        </details>
      ) : (
        <PointMap at={place} />
      )}
    </>
  );
}
