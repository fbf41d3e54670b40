import { useRef } from 'react';
import type { ReviewArticle } from '../../../../src/intake/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { AddFromSelection } from './AddFromSelection.tsx';
import { Gap } from './Gap.tsx';
import { Mark } from './Mark.tsx';
import type { Segment } from './segments.ts';
import style from './Source.module.css';

type Props = {
  article: ReviewArticle;
  segments: readonly Segment[];
  /** The numbers of the kept items; an item without one was dropped. */
  numbers: ReadonlyMap<string, number>;
  add?: (start: number, end: number) => void;
};

export function SourceText({ article, segments, numbers, add }: Props) {
  const t = useT();
  const { day } = useFormat();
  const body = useRef<HTMLDivElement>(null);
  return (
    <div className={style['text']}>
      <p className={style['headline']}>{article.title}</p>
      {(article.byline || article.date) && (
        <p className="faint">{[article.byline, article.date && day(article.date)].filter(Boolean).join(' · ')}</p>
      )}
      <div ref={body} className={style['body']} lang="zh-CN">
        {segments.map((segment) =>
          segment.items.length > 0 ? (
            <Mark key={segment.start} segment={segment} numbers={numbers} />
          ) : (
            <Gap key={segment.start} segment={segment} {...(add ? { add } : {})} />
          ),
        )}
      </div>
      {add && <AddFromSelection body={body} add={add} hint={t('documents.select.hint')} />}
    </div>
  );
}
