import { useT } from '../../../i18n/language.tsx';
import style from './Completion.module.css';

/** The city's clock is at +08:00 all year. */
const OFFSET = ':00+08:00';

type Props = { asOf: string | null; change: (asOf: string | null) => void };

/** Asks for an earlier moment; empty is now. */
export function AsOf({ asOf, change }: Props) {
  const t = useT();
  return (
    <>
      <label>
        {t('documents.as-of.ask')}{' '}
        <input
          type="datetime-local"
          className={style['field']}
          value={asOf?.slice(0, 16) ?? ''}
          onChange={({ target }) => change(target.value ? `${target.value.slice(0, 16)}${OFFSET}` : null)}
        />
      </label>
      {asOf && (
        <button type="button" className={style['now']} onClick={() => change(null)}>
          {t('documents.as-of.now')}
        </button>
      )}
    </>
  );
}
