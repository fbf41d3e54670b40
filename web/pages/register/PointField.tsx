import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { mapQuery } from '../../map/map.query.ts';
import { PointMap } from '../../map/PointMap.tsx';

export type At = { longitude: number; latitude: number };
type Props = {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: At | null;
  onChange: (at: At | null) => void;
};

/** Where it is, pointed at on the map while the caller says where; not asked where the city has no map. */
export function PointField({ label, hint, fault, value, onChange }: Props) {
  const t = useT();
  const [open, setOpen] = useState(value !== null);
  const { data: map } = useQuery(mapQuery);
  if (!map?.lines.length) return null;
  return (
    <FieldRow label={label} hint={hint} fault={fault}>
      {({ id }) => (
        <>
          <p id={id} aria-live="polite" className="quiet">
            {value && t('map.taken', { point: `${value.longitude}, ${value.latitude}` })}
          </p>
          {open && <PointMap at={value} onPoint={({ longitude, latitude }) => onChange({ longitude, latitude })} />}
          <p>
            {!open && (
              <Button size="small" onClick={() => setOpen(true)}>
                {t('map.open')}
              </Button>
            )}
            {value && (
              <Button size="small" onClick={() => onChange(null)}>
                {t('map.remove')}
              </Button>
            )}
          </p>
        </>
      )}
    </FieldRow>
  );
}
