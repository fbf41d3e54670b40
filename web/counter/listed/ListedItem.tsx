import type { ListedRow } from '../../../src/counter/contract.ts';
import style from './Listed.module.css';
import { useWords } from '../words.tsx';

/** One matter of the public list: what it is about, who answers for it, by when, and how long that is, or what came of it. */
export function ListedItem({ row }: { row: ListedRow }) {
  const { t, day } = useWords();
  const { number, title, lead, until, workdaysLeft, since, doneOn, result } = row;
  return (
    <li className={style['item']}>
      <h3 className={style['title']}>{title}</h3>
      <p className={style['head']}>
        <span className="quiet">{number}</span>
        {workdaysLeft !== null && (
          <span className={style['left']} data-over={workdaysLeft < 0}>
            <span aria-hidden="true">{workdaysLeft < 0 ? '■' : '◆'}</span> {leftText(workdaysLeft)}
          </span>
        )}
      </p>
      <dl className={style['facts']}>
        <Pair name={t('appeal.listed.unit')}>{lead}</Pair>
        {/* What is done owes nothing by a day any more. */}
        <Pair name={t('appeal.listed.until')}>{doneOn ? null : day(until)}</Pair>
        <Pair name={t('appeal.listed.since')}>{day(since)}</Pair>
        <Pair name={t('appeal.listed.on')}>{doneOn && day(doneOn)}</Pair>
        <Pair name={t('appeal.listed.result')}>{result}</Pair>
      </dl>
    </li>
  );

  function leftText(n: number): string {
    if (n === 0) return t('appeal.listed.today');
    return t(n > 0 ? 'appeal.listed.left' : 'appeal.listed.over', { n: Math.abs(n) });
  }
}

/** What has no value has no line. */
const Pair = ({ name, children }: { name: string; children: string | null }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
