import { FILE_LIMIT } from '../../src/platform/files/media.rules.ts';
import { useT } from '../i18n/language.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import style from './FilesField.module.css';
import { usePreview } from './preview/usePreview.tsx';
import type { FileReceipt } from './receipt.ts';
import { SendingLine } from './sending/SendingLine.tsx';
import { useFormFiles } from './sending/useSending.ts';
import { TakenLine } from './TakenLine.tsx';
import { useTouch } from './useTouch.ts';

type Kept = Pick<FileReceipt, 'id' | 'name' | 'size'>;
type Props = { id: string; describedBy: string | undefined; value: readonly Kept[]; onChange: (files: Kept[]) => void };

/**
 * Takes files by choosing, dropping, pasting or the phone's camera, and sends each at once, so that the act only names them. What is on
 * its way belongs to the form around (useSending.ts).
 */
export function FilesField({ id, describedBy, value, onChange }: Props) {
  const t = useT();
  const touch = useTouch();
  const sending = useFormFiles();
  const { open, preview } = usePreview(value);
  return (
    <div className={style['field']} data-over={sending.over}>
      <div className={style['ways']}>
        <ChooseFiles id={id} describedBy={describedBy} icon="clip" label={t('web.files.choose')} take={sending.take} />
        {touch && <ChooseFiles camera icon="camera" label={t('web.files.camera')} take={sending.take} />}
        {touch && <ChooseFiles pictures icon="picture" label={t('web.files.album')} take={sending.take} />}
        {!touch && <span className="faint">{t(sending.over ? 'web.files.let-go' : 'web.files.ways')}</span>}
      </div>
      <p className="faint">{t('web.files.kinds', { limit: FILE_LIMIT / 1024 / 1024 })}</p>
      <ul className={style['files']}>
        {value.map((file) => (
          <TakenLine
            key={file.id}
            file={file}
            open={() => open(file)}
            remove={() => onChange(value.filter((other) => other.id !== file.id))}
          />
        ))}
        {sending.all.map((file) => (
          <SendingLine key={file.key} file={file} again={sending.again} drop={sending.drop} />
        ))}
      </ul>
      {preview}
    </div>
  );
}
