import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './FilesField.module.css';
import { sizeText } from './sizeText.ts';

type Props = { file: { name: string; size: number }; remove: () => void };

/** A file that the server has taken, and that the act will name unless it is removed. */
export function TakenLine({ file, remove }: Props) {
  const t = useT();
  return (
    <li>
      <span className={style['name']}>{file.name}</span>
      <span className="faint">{sizeText(file.size)}</span>
      <button type="button" aria-label={t('web.files.remove', { name: file.name })} onClick={remove}>
        <Icon name="cross" size={16} />
      </button>
    </li>
  );
}
