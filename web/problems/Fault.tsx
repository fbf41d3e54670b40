import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../i18n/language.tsx';
import { faultText } from './faultText.ts';
import { passes } from './passes.ts';
import style from './Fault.module.css';

/**
 * A failed request told in its place, not instead of the page. What the page asked for by itself can be asked again from here,
 * where that may help; an act is sent again by its own form.
 */
export function Fault({ error }: { error: unknown }) {
  const t = useT();
  const queries = useQueryClient();
  const failed = passes(error)
    ? queries.getQueryCache().findAll({ predicate: (one) => one.state.error === error })
    : [];
  return (
    <div role="alert" className={style['fault']}>
      {faultText(t, error)}
      {failed.length > 0 && (
        <button type="button" onClick={() => void Promise.all(failed.map((one) => one.fetch().catch(() => {})))}>
          {t('web.again')}
        </button>
      )}
    </div>
  );
}
