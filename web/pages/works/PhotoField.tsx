import { useEffect, useId, useMemo, useState } from 'react';
import { sniff } from '../../../src/platform/files/media.rules.ts';
import type { Photo } from '../../outbox/photos.ts';
import { useT } from '../../i18n/language.tsx';
import { ChooseFiles } from '../../files/ChooseFiles.tsx';
import { useTouch } from '../../files/useTouch.ts';
import { Button } from '../../frame/Button.tsx';
import fieldStyle from '../../acts/Field.module.css';
import style from './Works.module.css';

type Props = {
  label: string;
  fault: string | undefined;
  photos: readonly Photo[];
  take: (files: readonly File[]) => Promise<Photo[]>;
  onChange: (photos: readonly Photo[]) => void;
};

/** Photographs of the site, from the camera or the album, kept here until they were sent. */
export function PhotoField({ label, fault, photos, take, onChange }: Props) {
  const t = useT();
  const id = useId();
  const touch = useTouch();
  const [others, setOthers] = useState<readonly string[]>([]);
  const shown = useMemo(() => photos.map((photo) => ({ ...photo, url: URL.createObjectURL(photo.bytes) })), [photos]);
  useEffect(() => () => shown.forEach(({ url }) => URL.revokeObjectURL(url)), [shown]);
  const choose = async (files: readonly File[]) => {
    const chosen = await Promise.all(files.map(async (file) => ({ file, is: await isPicture(file) })));
    setOthers(chosen.flatMap(({ file, is }) => (is ? [] : file.name)));
    const pictures = chosen.flatMap(({ file, is }) => (is ? file : []));
    if (pictures.length) onChange([...photos, ...(await take(pictures))]);
  };
  const says = fault || others.length > 0 ? `${id}-says` : undefined;
  return (
    <div className={fieldStyle['field']}>
      <label htmlFor={id} className={`${fieldStyle['label']} ${fieldStyle['must']}`}>
        {label}
      </label>
      <div className={style['ways']}>
        {touch && (
          <ChooseFiles camera icon="camera" label={t('web.files.camera')} take={(files) => void choose(files)} />
        )}
        <ChooseFiles
          id={id}
          describedBy={says}
          pictures
          icon="picture"
          label={t('web.files.album')}
          take={(files) => void choose(files)}
        />
      </div>
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
      {others.length > 0 && (
        <span id={says} role="alert" className={fieldStyle['fault']}>
          {t('works.photo.none', { names: others })}
        </span>
      )}
      {fault && (
        <span id={others.length ? undefined : says} className={fieldStyle['fault']}>
          {fault}
        </span>
      )}
    </div>
  );
}

/** By its first bytes, as the server will look at it: what a phone's album offers need not be what it is called. */
async function isPicture(file: File): Promise<boolean> {
  const sniffed = sniff(new Uint8Array(await file.slice(0, 64).arrayBuffer()), file.name);
  return 'media' in sniffed && sniffed.media.startsWith('image/');
}
