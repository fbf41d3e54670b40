import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LessonRow, Lessons } from '../../../../src/intake/suggestions/suggest.contract.ts';
import { api } from '../../../api.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from './SchemeLessons.module.css';

/** While it is being learned, this often it is looked whether that is done. */
const LOOK_MS = 2000;

/** What is suggested was learned of, and how often people decided the same; with a button that has it learned anew. */
export function SchemeLessons() {
  const { t, language } = useLanguage();
  const [since, setSince] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['admin', 'lessons'],
    queryFn: ({ signal }) => api.get<Lessons>('/api/suggestions/lessons', signal),
    refetchInterval: ({ state }) => (since !== null && going(state.data?.rows ?? [], since) ? LOOK_MS : false),
  });
  const rows = data?.rows ?? [];
  const again = useMutation({
    mutationFn: () => api.post<object>('/api/suggestions/lessons', {}),
    onSuccess: () => setSince(lookedAt(rows)),
  });
  const waiting = since !== null && going(rows, since);
  const [learned, rest] = [rows.filter(isLearned), rows.filter((row) => !isLearned(row))];
  const named = (row: LessonRow): string => `${row.name[language]} · ${t(`lessons.${row.about}`)}`;
  if (error) return <Fault error={error} />;
  if (rows.length === 0) return null;
  return (
    <section className={style['lessons']} aria-labelledby="lessons">
      <h2 id="lessons">{t('lessons.title')}</h2>
      <p className="quiet">{t('lessons.lead')}</p>
      {learned.length > 0 && (
        <ul>
          {learned.map((row) => (
            <li key={keyOf(row)}>
              <b>{named(row)}</b>
              <Learned row={row} />
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <>
          <p className={style['why']}>
            {t(rest.some(({ lookedAt }) => lookedAt !== null) ? 'lessons.too-few' : 'lessons.never')}
          </p>
          <ul className={style['rest']}>
            {rest.map((row) => (
              <li key={keyOf(row)}>
                {named(row)}{' '}
                {row.lookedAt !== null && (
                  <span className="quiet">{t('lessons.so-far', { matters: row.matters, kinds: row.kinds })}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {again.error && <Fault error={again.error} />}
      <div className={style['bar']}>
        <Button loading={again.isPending || waiting} onClick={() => again.mutate()}>
          {t('lessons.again')}
        </Button>
        <output className="faint">{waiting && t('lessons.going')}</output>
      </div>
    </section>
  );
}

type LearnedRow = LessonRow & { learnedAt: string };
const isLearned = (row: LessonRow): row is LearnedRow => row.learnedAt !== null;
const keyOf = ({ mechanism, about }: LessonRow): string => `${mechanism} ${about}`;

function Learned({ row }: { row: LearnedRow }) {
  const { t } = useLanguage();
  const { instant } = useFormat();
  const { matters, kinds, learnedAt, said, right, silent } = row;
  return (
    <>
      <p>{t('lessons.learned', { matters, kinds, at: instant(learnedAt) })}</p>
      <p>{said + silent > 0 ? t('lessons.fared', { said, right, silent }) : t('lessons.unused')}</p>
    </>
  );
}

/** When it was looked last at what there is to learn; empty while it never was. */
const lookedAt = (rows: readonly LessonRow[]): string =>
  rows.map((row) => row.lookedAt ?? '').reduce((last, at) => (at > last ? at : last), '');

/** Whether some mechanism has not been looked at since. */
const going = (rows: readonly LessonRow[], since: string): boolean => rows.some((row) => (row.lookedAt ?? '') <= since);
