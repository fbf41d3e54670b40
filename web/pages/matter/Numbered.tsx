import { Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import type { MatterView } from '../../../src/matters/contract.ts';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import style from './Numbered.module.css';

/** The way back, the number, and how the matter stands in one slip. */
export function Numbered({ view }: { view: MatterView }) {
  const t = useT();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { row } = view;
  return (
    <div className={style['line']}>
      <button
        type="button"
        className={style['back']}
        onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/ledger' }))}
      >
        <Icon name="back" size={16} />
        {t('web.back')}
      </button>
      <span className={style['number']}>{row.number}</span>
      <MatterSlip row={row} />
      {row.confidential && (
        <span className={style['lock']}>
          <Icon name="lock" size={14} />
          {t('web.confidential')}
        </span>
      )}
      {row.round && view.roundName && (
        <Link to="/rounds/$id" params={{ id: row.round }}>
          {view.roundName}
        </Link>
      )}
    </div>
  );
}
