import { useT } from '../i18n/language.tsx';
import style from './NewsBar.module.css';

/** What waits to be shown in a list that somebody is at; always there for a screen reader, seen only when there is some. */
export function NewsBar({ waiting, onShow }: { waiting: number; onShow: () => void }) {
  const t = useT();
  return (
    <output className={style['stand']}>
      {waiting > 0 && (
        <button type="button" className={style['bar']} onClick={onShow}>
          {t('live.waiting', { n: waiting })}
          <b>{t('live.show')}</b>
        </button>
      )}
    </output>
  );
}
