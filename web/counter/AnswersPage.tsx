import { useDeferredValue, useState } from 'react';
import type { AnswerPage, Counter, PublishedAnswer } from '../../src/counter/contract.ts';
import { api, query } from '../api.ts';
import { AnswerList } from './AnswerList.tsx';
import { useAsked, useDoing } from './ask.ts';
import { ofCity } from './city.ts';
import style from './Counter.module.css';
import { Field } from './Field.tsx';
import { Trouble } from './Trouble.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

type Search = { readonly q: string; readonly category: string };
const pageOf = ({ q, category }: Search, before?: string, signal?: AbortSignal) =>
  api.get<AnswerPage>(
    ofCity(`/api/counter/answers${query({ q: q || undefined, category: category || undefined, before })}`),
    signal,
  );

/** What others asked and how it was answered; nobody need sign in. */
export function AnswersPage({ open }: { open: Counter }) {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState('');
  const q = useDeferredValue(typed.trim());
  const key = `answers ${category} ${q}`;
  const first = useAsked(key, (signal) => pageOf({ q, category }, undefined, signal));
  const [more, setMore] = useState<{ key: string; rows: PublishedAnswer[]; next: string | null } | null>(null);
  const fetching = useDoing();
  const later = more?.key === key ? more : null;
  const rows = [...(first.data?.rows ?? []), ...(later?.rows ?? [])];
  const next = later ? later.next : (first.data?.next ?? null);
  const fetchMore = async () => {
    const page = await pageOf({ q, category }, next ?? undefined);
    setMore({ key, rows: [...(later?.rows ?? []), ...page.rows], next: page.next });
  };
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
      {first.error && <Trouble error={first.error} onAgain={first.again} />}
      <output className="quiet">
        {first.data && rows.length === 0 && t(q || category ? 'appeal.answers.nothing' : 'appeal.answers.none')}
      </output>
      <AnswerList rows={rows} />
      {fetching.error && <Trouble error={fetching.error} />}
      {next && (
        <button
          type="button"
          className={style['plain']}
          disabled={fetching.busy}
          onClick={() => void fetching.run(fetchMore)}
        >
          {t('appeal.more')}
        </button>
      )}
      <p>
        <Way to="/appeal/new">{t('appeal.answers.new')}</Way>
      </p>
    </>
  );
}
