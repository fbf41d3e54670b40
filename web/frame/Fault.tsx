import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { faultText } from '../problems/faultText.ts';
import { passes } from '../problems/passes.ts';
import { Button } from './Button.tsx';
import style from './Fault.module.css';

/**
 * In place of a page that could not be shown: what happened, what to do. What was typed is kept by its form. To try again is
 * offered only where that may help: what is not there will not be there.
 */
export function Fault({ error }: { error: unknown }) {
  const t = useT();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const again = passes(error);
  return (
    <section className={style['fault']} role="alert">
      <h1 tabIndex={-1}>{t('web.fault.title')}</h1>
      <p>{faultText(t, error)}</p>
      <p className="quiet">{t('web.fault.kept')}</p>
      <div className={style['acts']}>
        {again && (
          <Button
            type="primary"
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {t('web.again')}
          </Button>
        )}
        <Button type={again ? 'default' : 'primary'} onClick={() => void router.navigate({ to: '/' })}>
          {t('web.nav.workbench')}
        </Button>
        <Button onClick={() => void router.navigate({ to: '/ledger' })}>{t('web.nav.ledger')}</Button>
      </div>
    </section>
  );
}
