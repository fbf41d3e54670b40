import { useEffect, useState } from 'react';
import type { AlikeAppeals } from '../../../src/counter/contract.ts';
import { MOST_COMPARED } from '../../../src/matters/alike/limits.rules.ts';
import { api, query } from '../../api.ts';
import field from '../../acts/Field.module.css';
import { AnswerList } from '../AnswerList.tsx';
import { ofCity } from '../city.ts';
import style from '../Counter.module.css';
import { Way } from '../way.tsx';
import { useWords } from '../words.tsx';

const PAUSE_MS = 600;
const FEWEST = 4;
const NONE: AlikeAppeals = { own: [], others: 0, answers: [] };

type Props = { text: string; same: boolean; onSame: (yes: boolean) => void };

/**
 * What was answered to others already, and that the same is raised already: one's own can be looked at instead; that others raised it too
 * keeps nobody from writing, who may say that theirs is the same.
 */
export function AlikeNote({ text, same, onSame }: Props) {
  const { t } = useWords();
  const asked = text.trim().slice(0, MOST_COMPARED);
  const [found, setFound] = useState(NONE);
  const { own, others, answers } = asked.length < FEWEST ? NONE : found;
  useEffect(() => {
    if (asked.length < FEWEST) return undefined;
    const leaving = new AbortController();
    const ask = () => api.get<AlikeAppeals>(ofCity(`/api/counter/alike${query({ text: asked })}`), leaving.signal);
    // It is a help and no more: whoever is asked too often, or has no line, writes on without it.
    const timer = setTimeout(() => void ask().then(setFound, () => undefined), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);
  const [first] = own;
  return (
    <>
      <output className={style['alike']}>
        {first && (
          <span>
            {t('appeal.alike.own')} <Way to={`/appeal/${first.id}`}>{first.number}</Way>
          </span>
        )}
        {others > 0 && <span>{t('appeal.alike.others', { n: others })}</span>}
        {answers.length > 0 && <span>{t('appeal.alike.answers', { n: answers.length })}</span>}
      </output>
      {(others > 0 || same) && (
        <label className={field['check']}>
          <input type="checkbox" checked={same} onChange={(event) => onSame(event.target.checked)} />
          {t('appeal.alike.same')}
        </label>
      )}
      {answers.length > 0 && <AnswerList rows={answers} />}
    </>
  );
}
