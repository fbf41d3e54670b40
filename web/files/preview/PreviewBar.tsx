import { Icon, type IconName } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import { sizeText } from '../sizeText.ts';
import style from './Preview.module.css';
import { LEAST, MOST } from './zoom.ts';

type Props = {
  file: { id: string; name: string; size: number };
  at: number;
  of: number;
  zoom: number;
  onZoom: (by: 1 | -1) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
};

/** What is shown, which of how many, and what can be done with it. */
export function PreviewBar({ file, at, of, zoom, onZoom, onStep, onClose }: Props) {
  const t = useT();
  const download = t('web.preview.download', { name: file.name });
  return (
    <div className={style['bar']}>
      <h2 className={style['name']}>
        {file.name} <span className="faint">{sizeText(file.size)}</span>
      </h2>
      {of > 1 && (
        <span className={style['group']}>
          <Key icon="back" label={t('web.preview.before')} off={at === 1} onClick={() => onStep(-1)} />
          <output className={style['count']}>{t('web.preview.at', { at, of })}</output>
          <Key icon="forward" label={t('web.preview.next')} off={at === of} onClick={() => onStep(1)} />
        </span>
      )}
      <span className={style['group']}>
        <Key icon="minus" label={t('web.preview.smaller')} off={zoom <= LEAST} onClick={() => onZoom(-1)} />
        <span className={style['count']}>{Math.round(zoom * 100)}%</span>
        <Key icon="plus" label={t('web.preview.larger')} off={zoom >= MOST} onClick={() => onZoom(1)} />
      </span>
      <a className={style['key']} href={`/api/files/${file.id}`} aria-label={download} title={download}>
        <Icon name="download" size={20} />
      </a>
      <Key icon="cross" label={t('web.close')} onClick={onClose} />
    </div>
  );
}

type KeyProps = { icon: IconName; label: string; off?: boolean; onClick: () => void };

/** One button of the bar. It keeps the focus when it is off, so that the keys go on to work. */
const Key = ({ icon, label, off = false, onClick }: KeyProps) => (
  <button type="button" className={style['key']} aria-label={label} title={label} aria-disabled={off} onClick={onClick}>
    <Icon name={icon} size={20} />
  </button>
);
