import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './RedHead.module.css';

/** The red head: who issues it, what it is, its number, and the red line under all that. */
export function RedHead({ number }: { number: string }) {
  const t = useT();
  const { cityName } = useSession();
  return (
    <div className={style['head']}>
      <p className={style['issuer']}>{t('documents.bulletin.issuer', { city: cityName })}</p>
      <p className={style['kind']}>{t('documents.bulletin.kind')}</p>
      <p className={style['number']}>{number}</p>
    </div>
  );
}
