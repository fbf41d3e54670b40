import type { Attachment } from '../../src/matters/contract.ts';
import type { z } from 'zod';
import { Icon } from '../frame/Icon.tsx';
import { sizeText } from './sizeText.ts';
import style from './Attachments.module.css';

type File = z.infer<typeof Attachment>;

/** Attached files, each a link to its bytes. */
export function Attachments({ files }: { files: readonly File[] }) {
  if (!files.length) return null;
  return (
    <ul className={style['files']}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
            <Icon name="clip" size={16} />
            {file.name}
          </a>{' '}
          <span className="faint">{sizeText(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
