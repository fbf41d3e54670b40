import { useT } from '../../i18n/language.tsx';
import style from './Register.module.css';

/** On a phone: which question of how many; at the end, that all is to be checked; `extra`: it is one of those that are asked of nobody. */
export function Progress({ at, of, extra }: { at: number; of: number; extra: boolean }) {
  const t = useT();
  return (
    <div className={style['progress']}>
      <p aria-live="polite">
        {at < of
          ? t('web.register.question', { at: at + 1, of })
          : t(extra ? 'web.register.more' : 'web.register.check')}
      </p>
      <span className={style['track']} data-drawn="bar" aria-hidden="true">
        <span style={{ width: `${(Math.min(at + 1, of) / of) * 100}%` }} />
      </span>
    </div>
  );
}
