import type { Transfer } from '../../src/platform/transfers/contract.ts';
import { useT } from '../i18n/language.tsx';
import style from './Progress.module.css';

/** How far a transfer is: a bar where the end is known, and the rows in figures. */
export function Progress({ of }: { of: Transfer }) {
  const t = useT();
  const { done, total, status, title } = of;
  if (status === 'waiting') return <span className={style['words']}>{t('transfers.waiting')}</span>;
  const share = total ? Math.min(1, done / total) : null;
  return (
    <span className={style['progress']}>
      <progress data-drawn="bar" aria-label={title} {...(share === null ? {} : { value: share })} />
      <span className={style['words']}>{countText(t, done, total)}</span>
    </span>
  );
}

const countText = (t: ReturnType<typeof useT>, done: number, total: number | null): string =>
  total === null
    ? t('transfers.rows', { n: done.toLocaleString('en-US') })
    : t('transfers.rows.of', { done: done.toLocaleString('en-US'), total: total.toLocaleString('en-US') });
