import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import style from './Numbered.module.css';

/** Back to where one came from, or to the ledger where one came by an address. */
export function WayBack() {
  const t = useT();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <button
      type="button"
      className={style['back']}
      onClick={() => (canGoBack ? router.history.back() : void router.navigate({ to: '/ledger' }))}
    >
      <Icon name="back" size={16} />
      {t('web.back')}
    </button>
  );
}
