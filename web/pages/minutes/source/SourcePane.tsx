import { useMemo } from 'react';
import type { ReviewArticle } from '../../../../src/intake/contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { useT } from '../../../i18n/language.tsx';
import { addFromSource, groupsOf, type Review } from '../review/review.ts';
import { ArticlePicker } from './ArticlePicker.tsx';
import { segmentsOf, unusedLetters } from './segments.ts';
import { SourceText } from './SourceText.tsx';
import style from './Source.module.css';

type Props = {
  articles: readonly ReviewArticle[];
  review: Review;
  edit: (change: (review: Review) => Review) => void;
  locked: boolean;
};

/** The article as it was read: what became an item is underlined and numbered, what nothing used is grey and counted. */
export function SourcePane({ articles, review, edit, locked }: Props) {
  const t = useT();
  const article = articles[review.article];
  const segments = useMemo(
    () =>
      segmentsOf(
        article ?? { text: '', uncovered: [] },
        review.items.filter((item) => item.article === review.article),
      ),
    [article, review.items, review.article],
  );
  const numbers = useMemo(
    () => new Map(groupsOf(review).flatMap(({ rows }) => rows.map(({ item, n }) => [item.id, n] as const))),
    [review],
  );
  if (!article) return null;
  const left = unusedLetters(segments);
  const add = (start: number, end: number) =>
    edit((before) => addFromSource(before, uuidv7(), article.text.slice(start, end).trim(), { start, end }));
  return (
    <>
      <div className={style['head']}>
        <ArticlePicker articles={articles} chosen={review.article} locked={locked} edit={edit} />
        <span className={style['left']}>
          {left > 0 ? t('documents.uncovered', { n: left }) : t('documents.uncovered.none')}
        </span>
      </div>
      <SourceText article={article} segments={segments} numbers={numbers} {...(locked ? {} : { add })} />
    </>
  );
}
