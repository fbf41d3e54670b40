import { Button } from '../frame/Button.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import { ApiProblem } from '../api.ts';
import { faultText } from '../problems/faultText.ts';
import { drop, type Waiting } from './store.ts';
import style from './Outbox.module.css';

type Props = { acts: readonly Waiting[]; onMend: (act: Waiting) => void };

/** What waits for a line, and what was refused: that is a case for whoever did it, to be mended or given up, and never lost in silence. */
export function Outbox({ acts, onMend }: Props) {
  const t = useT();
  const { instant } = useFormat();
  if (acts.length === 0) return null;
  const refused = acts.filter((act) => act.refused).length;
  return (
    <section className={style['outbox']} aria-labelledby="outbox">
      <h2 id="outbox">{t('outbox.title', { n: acts.length })}</h2>
      <p className="quiet">{t(refused ? 'outbox.refused' : 'outbox.waits', { n: refused })}</p>
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            <p>
              <strong>{t(`matter.act.${act.kind}`)}</strong> {act.title}
            </p>
            <p className="quiet">{t('outbox.done', { at: instant(act.at), photos: act.photos.length })}</p>
            {act.refused && (
              <>
                <p role="alert" className={style['why']}>
                  {faultText(t, new ApiProblem(act.refused))}
                </p>
                <div className={style['ways']}>
                  <Button size="small" type="primary" onClick={() => onMend(act)}>
                    {t('outbox.mend')}
                  </Button>
                  <Button size="small" onClick={() => void drop(act.id)}>
                    {t('outbox.drop')}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
