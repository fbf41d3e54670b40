import { Link } from '@tanstack/react-router';
import type { BulletinRef } from '../../../../src/bulletins/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Published.module.css';

type Props = {
  bulletin: BulletinRef;
  /** `warns`: this round has that bulletin, and another would correct it. `replaces`: that bulletin corrects this one. */
  how: 'warns' | 'replaces';
};

/** What stands between this sheet and another bulletin of the same round, with the way to that one. */
export function Published({ bulletin, how }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const { id, number, by, publishedAt } = bulletin;
  return (
    <aside className={style['notice']} aria-label={t(`documents.correction.${how}.name`)}>
      <p>
        {t(`documents.correction.${how}`)}{' '}
        <Link to="/bulletins/$id" params={{ id }}>
          {number}
        </Link>{' '}
        <span className={style['by']}>{t('documents.published', { by, at: instant(publishedAt) })}</span>
      </p>
      <p>{t(`documents.correction.${how}.means`)}</p>
    </aside>
  );
}
