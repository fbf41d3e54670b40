import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import { FileName } from './FileName.tsx';
import style from './FilesField.module.css';
import { kindOf } from './preview/kindOf.ts';
import { sizeText } from './sizeText.ts';

type Props = { file: { name: string; size: number }; open: () => void; remove: () => void };

/** A file that the server has taken, and that the act will name unless it is removed; looked at once more by its name. */
export function TakenLine({ file: { name, size }, open, remove }: Props) {
  const t = useT();
  return (
    <li>
      {kindOf(name) ? (
        <button type="button" className={style['look']} aria-haspopup="dialog" onClick={open}>
          <FileName name={name} />
        </button>
      ) : (
        <span className={style['name']}>
          <FileName name={name} />
        </span>
      )}
      <span className="faint">{sizeText(size)}</span>
      <button type="button" className={style['out']} aria-label={t('web.files.remove', { name })} onClick={remove}>
        <Icon name="cross" size={16} />
      </button>
    </li>
  );
}
