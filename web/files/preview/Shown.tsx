import { lazy, Suspense, useCallback, useState } from 'react';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { kindOf } from './kindOf.ts';
import { Picture } from './Picture.tsx';
import { PlainText } from './PlainText.tsx';
import style from './Preview.module.css';
import type { Room } from './useRoom.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));
/** A sheet of a PDF wider than this is not easier to read. */
const WIDEST_PX = 900;

type Props = { file: { id: string; name: string }; room: Room; zoom: number };

/** One file by its kind; where it cannot be shown, why, and the way to have it all the same. */
export function Shown({ file, room, zoom }: Props) {
  const t = useT();
  const [fault, setFault] = useState<string | null>(null);
  const fail = useCallback((why?: unknown) => {
    const locked = why instanceof Error && why.name === 'PasswordException';
    setFault(locked ? 'web.preview.locked' : 'web.preview.failed');
  }, []);
  const url = `/api/files/${file.id}`;
  if (fault) {
    return (
      <p role="alert" className={style['fault']}>
        {t(fault)} <a href={url}>{t('web.preview.download', { name: file.name })}</a>
      </p>
    );
  }
  switch (kindOf(file.name)) {
    case 'picture':
      return <Picture url={url} name={file.name} room={room} zoom={zoom} onFault={() => fail()} />;
    case 'pdf':
      return (
        <Suspense fallback={<Waiting lines={12} />}>
          <PdfPages url={url} width={Math.floor(Math.min(room.width, WIDEST_PX) * zoom)} onFault={fail} />
        </Suspense>
      );
    default:
      return <PlainText url={url} zoom={zoom} onFault={fail} />;
  }
}
