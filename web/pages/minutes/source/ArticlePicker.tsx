import type { ReviewArticle } from '../../../../src/intake/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { chooseArticle, type Review } from '../review/review.ts';
import style from './Source.module.css';

type Props = {
  articles: readonly ReviewArticle[];
  chosen: number;
  locked: boolean;
  edit: (change: (review: Review) => Review) => void;
};

/** Which article of the source is under review; a newspaper page holds several. */
export function ArticlePicker({ articles, chosen, locked, edit }: Props) {
  const t = useT();
  const name = (article: ReviewArticle | undefined) => article?.title || t('documents.untitled');
  if (articles.length < 2) return <strong className={style['title']}>{name(articles[0])}</strong>;
  return (
    <select
      className={style['picker']}
      aria-label={t('documents.article')}
      value={chosen}
      disabled={locked}
      onChange={(event) => edit((review) => chooseArticle(review, Number(event.target.value)))}
    >
      {articles.map((article, at) => (
        <option key={at} value={at}>
          {t('documents.article.option', { title: name(article), n: article.items })}
        </option>
      ))}
    </select>
  );
}
