import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { cityDay } from '../../../format/day.ts';
import { useToday } from '../../../format/today.ts';
import style from './Sheet.module.css';

/** Who signs and on which day: of publication, and until then today. */
export function Signature({ at }: { at: string | null }) {
  const t = useT();
  const today = useToday();
  const { cityName } = useSession();
  const [year, month, day] = (at ? cityDay(at) : today).split('-').map(Number);
  return (
    <p className={style['signature']}>
      {t('documents.bulletin.issuer', { city: cityName })}
      <br />
      {t('documents.bulletin.day', { year, month, day })}
    </p>
  );
}
