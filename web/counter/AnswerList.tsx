import type { PublishedAnswer } from '../../src/counter/contract.ts';
import style from './Counter.module.css';
import { useWords } from './words.tsx';

/** What was answered to others: each question, and its answer where it is opened. */
export function AnswerList({ rows }: { rows: readonly PublishedAnswer[] }) {
  const { t, day, language } = useWords();
  return (
    <ul className={style['answers']}>
      {rows.map(({ id, question, answer, category, day: published }) => (
        <li key={id}>
          <details>
            <summary>{question}</summary>
            <p className={style['words']}>{answer}</p>
            <p className="quiet">
              {category && `${language === 'en' ? (category.en ?? category.zh) : category.zh} · `}
              {t('appeal.answers.day', { day: day(published) })}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
