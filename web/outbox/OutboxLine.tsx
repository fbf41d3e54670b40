import { useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useFormat } from '../format/useFormat.ts';
import { announce } from '../frame/announce.ts';
import { AskForm } from '../frame/AskForm.tsx';
import { Button } from '../frame/Button.tsx';
import { useT } from '../i18n/language.tsx';
import { faultText } from '../problems/faultText.ts';
import { drop, type Waiting } from './store.ts';
import style from './Outbox.module.css';

type Props = { act: Waiting; onMend: (act: Waiting) => void };

/** One act that waits; of a refused one all that is wrong with it. It lies nowhere else, so that nobody gives it up by one touch. */
export function OutboxLine({ act, onMend }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const [asking, setAsking] = useState(false);
  const name = t(`matter.act.${act.kind}`);
  const done = t('outbox.done', { at: instant(act.at), photos: act.photos.length });
  const giveUp = () =>
    drop(act.id).then(
      () => announce(t('outbox.dropped', { act: name })),
      () => setAsking(false),
    );
  return (
    <li>
      <p>
        <strong>{name}</strong> {act.title}
      </p>
      <p className="quiet">{done}</p>
      {act.refused && <Why problem={act.refused} />}
      {!act.refused && act.held && <p>{t('outbox.held', { why: faultText(t, new ApiProblem(act.held)) })}</p>}
      {asking ? (
        <AskForm
          level={3}
          danger
          title={t('outbox.drop.title', { act: name })}
          lead={t('outbox.drop.lead', { title: act.title, photos: act.photos.length })}
          act={t('outbox.drop.sure')}
          doing={{ isPending: false, error: null }}
          onSend={() => void giveUp()}
          onCancel={() => setAsking(false)}
        />
      ) : (
        (act.refused ?? act.held) && (
          <div className={style['ways']}>
            {act.refused && (
              <Button size="small" type="primary" onClick={() => onMend(act)}>
                {t('outbox.mend')}
              </Button>
            )}
            <Button size="small" onClick={() => setAsking(true)}>
              {t('outbox.drop')}
            </Button>
          </div>
        )
      )}
    </li>
  );
}

/** Why it was refused, and where several things are wrong with it, each of them. */
function Why({ problem }: { problem: NonNullable<Waiting['refused']> }) {
  const t = useT();
  const whole = faultText(t, new ApiProblem(problem));
  const parts = [...new Set(problem.errors?.map(({ detail }) => detail))].filter((part) => !whole.includes(part));
  return (
    <div role="alert" className={style['why']}>
      <p>{whole}</p>
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
