import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from './LedgerList.module.css';

type Props = { found: number; busy: boolean; onMore: () => void };

/** Said after many pages without a row, in place of looking on by itself: what is asked for may be nowhere. */
export function Barren({ found, busy, onMore }: Props) {
  const t = useT();
  return (
    <p className={style['barren']}>
      {t('ledger.barren', { n: found })}
      <Button loading={busy} onClick={onMore}>
        {t('ledger.barren.on')}
      </Button>
    </p>
  );
}
