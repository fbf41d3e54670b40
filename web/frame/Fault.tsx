import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { faultText } from '../problems/faultText.ts';
import { Button } from './Button.tsx';
import style from './Fault.module.css';

/** In place of a page that could not be shown: what happened, what to do. What was typed is kept by its form. */
export function Fault({ error }: { error: unknown }) {
  const t = useT();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  return (
    <section className={style['fault']} role="alert">
      <h1 tabIndex={-1}>{t('web.fault.title')}</h1>
      <p>{faultText(t, error)}</p>
      <p className="quiet">{t('web.fault.kept')}</p>
      <div className={style['acts']}>
        <Button
          type="primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t('web.again')}
        </Button>
        <Button onClick={() => void router.navigate({ to: '/' })}>{t('web.nav.workbench')}</Button>
      </div>
    </section>
  );
}
