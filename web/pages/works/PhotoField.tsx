import { useEffect, useId, useMemo } from 'react';
import type { Photo } from '../../outbox/photos.ts';
import { useT } from '../../i18n/language.tsx';
import { Button } from '../../frame/Button.tsx';
import fieldStyle from '../../acts/Field.module.css';
import style from './Works.module.css';

type Props = {
  label: string;
  fault: string | undefined;
  photos: readonly Photo[];
  take: (files: FileList) => Promise<Photo[]>;
  onChange: (photos: readonly Photo[]) => void;
};

/** Photographs of the site, from the camera or the album, kept here until they were sent. */
export function PhotoField({ label, fault, photos, take, onChange }: Props) {
  const t = useT();
  const id = useId();
  const shown = useMemo(() => photos.map((photo) => ({ ...photo, url: URL.createObjectURL(photo.bytes) })), [photos]);
  useEffect(() => () => shown.forEach(({ url }) => URL.revokeObjectURL(url)), [shown]);
  return (
    <div className={fieldStyle['field']}>
      <label htmlFor={id} className={`${fieldStyle['label']} ${fieldStyle['must']}`}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple
        aria-invalid={fault !== undefined}
        onChange={async ({ target }) => {
          const { files } = target;
          if (files?.length) onChange([...photos, ...(await take(files))]);
          target.value = '';
        }}
      />
      <ul className={style['photos']}>
        {shown.map(({ key, name, url }) => (
          <li key={key}>
            <img src={url} alt={name} />
            <Button size="small" onClick={() => onChange(photos.filter((one) => one.key !== key))}>
              {t('works.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {fault && <span className={fieldStyle['fault']}>{fault}</span>}
    </div>
  );
}
