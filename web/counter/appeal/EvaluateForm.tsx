import { useState } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import field from '../../acts/Field.module.css';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { LineNote } from '../LineNote.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { cityName } from './cityName.ts';
import { FileList } from './FileList.tsx';
import { useAppealAct, type OnDone } from './useAppealAct.ts';

type Props = { view: AppealView; onDone: OnDone };
const STARS = [1, 2, 3, 4, 5] as const;

/** The originator's own judgement, given once and freely: nothing is chosen beforehand. */
export function EvaluateForm({ view, onDone }: Props) {
  const { t } = useWords();
  const [stars, setStars] = useState<number | null>(null);
  const [solved, setSolved] = useState<boolean | null>(null);
  const [satisfied, setSatisfied] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const [unnamed, setUnnamed] = useState(false);
  const [consents, setConsents] = useState<boolean | null>(null);
  const { act, busy, error, waiting } = useAppealAct(view, onDone);
  const answer = view.said.findLast(({ kind }) => kind === 'answer' || kind === 'close');
  // Once for all: whoever said it when they raised the matter is not asked again, and nothing of what is confidential is published.
  const asksConsent = !view.askedToPublish && !view.confidential;
  return (
    <form
      className={style['asked']}
      aria-label={t('appeal.evaluate')}
      onSubmit={(event) => {
        event.preventDefault();
        void act('evaluate', {
          stars,
          solved,
          satisfied,
          ...(words.trim() ? { text: words } : {}),
          ...(unnamed ? { unnamed } : {}),
          ...(consents === null ? {} : { consents }),
        });
      }}
    >
      {answer && (
        <>
          <h2>
            {t(answer.kind === 'close' ? 'appeal.struck' : 'appeal.answered', {
              unit: cityName(answer, t),
            })}
          </h2>
          <p className={style['words']}>{answer.text}</p>
          <FileList view={view} files={view.files.filter((file) => file.act === answer.id)} />
        </>
      )}
      <h2>{t('appeal.evaluate')}</h2>
      <p className="quiet">{t('appeal.evaluate.lead')}</p>
      <Stars value={stars} choose={setStars} />
      <YesOrNo
        name="appeal.evaluate.solved"
        value={solved}
        choose={setSolved}
        yes="appeal.solved"
        no="appeal.unsolved"
        required
      />
      <YesOrNo
        name="appeal.evaluate.satisfied"
        value={satisfied}
        choose={setSatisfied}
        yes="appeal.satisfied"
        no="appeal.dissatisfied"
        required
      />
      <Field label={t('appeal.evaluate.words')}>
        {(control) => (
          <textarea {...control} maxLength={2000} rows={3} value={words} onChange={(e) => setWords(e.target.value)} />
        )}
      </Field>
      {/* Who was not named in raising it is not named here either. */}
      {view.unnamed ? (
        !view.sealed && <p className="quiet">{t('appeal.evaluate.unnamed.already')}</p>
      ) : (
        <label className={field['check']}>
          <input type="checkbox" checked={unnamed} onChange={(e) => setUnnamed(e.target.checked)} />
          {t('appeal.evaluate.unnamed')}
        </label>
      )}
      {unnamed && <p className="quiet">{t('appeal.evaluate.unnamed.hint')}</p>}
      {asksConsent && (
        <>
          <YesOrNo
            name="appeal.consent"
            value={consents}
            choose={setConsents}
            yes="appeal.consent.yes"
            no="appeal.consent.no"
          />
          <p className="quiet">{t('appeal.consent.hint')}</p>
        </>
      )}
      {error && <Trouble error={error} />}
      <LineNote waiting={waiting} />
      <button type="submit" className={style['primary']} disabled={busy}>
        {t('appeal.evaluate.send')}
      </button>
    </form>
  );
}

type StarsProps = { value: number | null; choose: (n: number) => void };

function Stars({ value, choose }: StarsProps) {
  const { t } = useWords();
  return (
    <fieldset className={style['choices']}>
      <legend>{t('appeal.evaluate.stars')}</legend>
      <div className={style['stars']}>
        {STARS.map((n) => {
          const lit = value !== null && n <= value;
          return (
            <label key={n} className={style['star']} data-lit={lit}>
              <input
                type="radio"
                name="stars"
                required
                className="unseen"
                checked={value === n}
                onChange={() => choose(n)}
              />
              <span aria-hidden="true">{lit ? '★' : '☆'}</span>
              <span className="unseen">{t('appeal.stars', { n })}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** `name`, `yes`, `no`: the keys of what is asked and of both answers. Neither is chosen beforehand. */
type YesOrNoProps = {
  name: string;
  yes: string;
  no: string;
  value: boolean | null;
  choose: (value: boolean) => void;
  required?: boolean;
};

function YesOrNo({ name, yes, no, value, choose, required = false }: YesOrNoProps) {
  const { t } = useWords();
  return (
    <fieldset className={style['choices']}>
      <legend>{t(name)}</legend>
      <div className={style['pair']}>
        {[true, false].map((one) => (
          <label key={String(one)} className={style['choice']}>
            <input type="radio" name={name} required={required} checked={value === one} onChange={() => choose(one)} />
            {t(one ? yes : no)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
