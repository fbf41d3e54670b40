import { useDeferredValue, useState } from 'react';
import type { AnswerPage, Counter } from '../../src/counter/contract.ts';
import { api, query } from '../api.ts';
import { AnswerList } from './AnswerList.tsx';
import { ofCity } from './city.ts';
import style from './Counter.module.css';
import { Field } from './Field.tsx';
import { More, usePaged } from './paged.tsx';
import { Trouble } from './Trouble.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

type Search = { readonly q: string; readonly category: string };
const pageOf = ({ q, category }: Search, before: string | null, signal?: AbortSignal) =>
  api.get<AnswerPage>(
    ofCity(
      `/api/counter/answers${query({ q: q || undefined, category: category || undefined, before: before ?? undefined })}`,
    ),
    signal,
  );

/** What others asked and how it was answered; nobody need sign in. */
export function AnswersPage({ open }: { open: Counter }) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState('');
  const q = useDeferredValue(typed.trim());
  const list = usePaged(`answers ${category} ${q}`, (before, signal) => pageOf({ q, category }, before, signal));
  const categories = open.mechanisms.flatMap((one) => one.categories);
  return (
    <>
      <h1>{t('appeal.answers')}</h1>
      <p className={style['lead']}>{t('appeal.answers.lead')}</p>
      <search className={style['form']}>
        <Field label={t('appeal.answers.search')}>
          {(control) => (
            <input
              {...control}
              type="search"
              maxLength={100}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {categories.length > 0 && (
          <Field label={t('appeal.category')}>
            {(control) => (
              <select {...control} value={category} onChange={(event) => setCategory(event.target.value)}>
                <option value="">{t('appeal.answers.all')}</option>
                {categories.map(({ code, zh, en }) => (
                  <option key={code} value={code}>
                    {language === 'en' ? (en ?? zh) : zh}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </search>
      {list.error && <Trouble error={list.error} onAgain={list.again} />}
      <output className="quiet">
        {list.ready && list.rows.length === 0 && t(q || category ? 'appeal.answers.nothing' : 'appeal.answers.none')}
      </output>
      <AnswerList rows={list.rows} />
      <More of={list} />
      <p>
        <Way to="/appeal/new">{t('appeal.answers.new')}</Way>
      </p>
    </>
  );
}
