import type { MouseEvent } from 'react';
import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './Attachments.module.css';
import { FileName } from './FileName.tsx';
import { kindOf } from './preview/kindOf.ts';
import type { Previewed } from './preview/Preview.tsx';
import { usePreview } from './preview/usePreview.tsx';
import { sizeText } from './sizeText.ts';

/** Attached files: what the page can show opens over it, everything else is downloaded. */
export function Attachments({ files }: { files: readonly Previewed[] }) {
  const t = useT();
  const { open, preview } = usePreview(files.filter(({ erased, sealed }) => !erased && !sealed));
  if (!files.length) return null;
  const show = (event: MouseEvent, file: Previewed) => {
    // With a key held the browser does what it is told: the link leads to the bytes.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(file);
  };
  return (
    <>
      <ul className={style['files']}>
        {files.map((file) => {
          if (file.erased)
            return (
              <li key={file.id}>
                <FileName name={file.name} />{' '}
                <span className="faint">{[file.of, t('web.files.erased')].filter(Boolean).join(' · ')}</span>
              </li>
            );
          if (file.sealed)
            return (
              <li key={file.id}>
                {t('web.files.sealed')}{' '}
                <span className="faint">{[file.of, sizeText(file.size)].filter(Boolean).join(' · ')}</span>
              </li>
            );
          const kind = kindOf(file.name);
          const own = kind
            ? { 'aria-haspopup': 'dialog' as const, onClick: (event: MouseEvent) => show(event, file) }
            : { download: file.name, title: t('web.preview.download', { name: file.name }) };
          return (
            <li key={file.id}>
              <a href={`/api/files/${file.id}`} {...own}>
                <Icon name={kind === 'picture' ? 'picture' : kind ? 'clip' : 'download'} size={16} />
                <FileName name={file.name} />
              </a>{' '}
              <span className="faint">{[file.of, sizeText(file.size)].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      {preview}
    </>
  );
}
