import type { ListedRow } from '../../../src/counter/contract.ts';
import style from './Listed.module.css';
import { useWords } from '../words.tsx';

/**
 * One matter of the public list: what it is about, who answers for it, what they promised, by when the office wants it, and how long that
 * is, or what came of it and whether both days were kept.
 */
export function ListedItem({ row }: { row: ListedRow }) {
  const { t, day } = useWords();
  const { number, title, lead, until, workdaysLeft, paused, promise, since, doneOn, result } = row;
  return (
    <li className={style['item']}>
      <h3 className={style['title']}>{title}</h3>
      <p className={style['head']}>
        <span className="quiet">{number}</span>
        {workdaysLeft !== null && (
          <span className={style['left']} data-over={!paused && workdaysLeft < 0} data-paused={paused}>
            <span aria-hidden="true">{paused ? '‖' : workdaysLeft < 0 ? '■' : '◆'}</span>{' '}
            {paused ? t('appeal.listed.paused', { left: leftText(workdaysLeft) }) : leftText(workdaysLeft)}
          </span>
        )}
      </p>
      <dl className={style['facts']}>
        <Pair name={t('appeal.listed.unit')}>{lead}</Pair>
        <Pair name={t('appeal.listed.promise')}>{promise?.text ?? null}</Pair>
        <Pair name={t('appeal.listed.promised')}>{promise && kept(promise.by, promise.kept)}</Pair>
        <Pair name={t('appeal.listed.until')}>{kept(until, row.kept)}</Pair>
        <Pair name={t('appeal.listed.since')}>{day(since)}</Pair>
        <Pair name={t('appeal.listed.on')}>{doneOn && day(doneOn)}</Pair>
        <Pair name={t('appeal.listed.result')}>{result}</Pair>
      </dl>
    </li>
  );

  /** A day, and of what is done whether it was kept. */
  function kept(on: string, was: boolean | null): string {
    return was === null ? day(on) : t(was ? 'appeal.listed.kept' : 'appeal.listed.broken', { day: day(on) });
  }
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
