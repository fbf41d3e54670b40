import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NoticeRow } from '../../src/notices/contract.ts';
import { isOffices } from '../../src/notices/telling/due.rules.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import style from './NoticeLine.module.css';
import { readNotices } from './notices.ts';

type Props = { row: NoticeRow; onOpen?: () => void };

/** One thing told: what kind, about what, what was said, why it is told here. Opening it is reading it. */
export function NoticeLine({ row, onOpen }: Props) {
  const { t, language } = useLanguage();
  const { day, instant } = useFormat();
  const queries = useQueryClient();
  const { id, kind, why, who, said, due, color, granted, matter, came, bulletin, swap, read, at } = row;
  const open = () => {
    onOpen?.();
    if (!read) void readNotices(queries, { ids: [id] }).catch(() => undefined);
  };
  return (
    <article className={style['line']} data-unread={!read}>
      <p className={style['top']}>
        <span className={style['kind']} data-kind={kind} data-color={color}>
          {came
            ? t('notice.received', { name: came[language] })
            : t(color ? `notice.slip.${color}` : `notice.kind.${kind}`)}
        </span>
        {!read && <span className="unseen">{t('web.notices.unread')}</span>}
        {who && <span>{who}</span>}
        <time dateTime={at}>{instant(at)}</time>
      </p>
      {matter && (
        <Link to="/matters/$id" params={{ id: matter.id }} className={style['text']} data-row={id} onClick={open}>
          {matter.text}
        </Link>
      )}
      {bulletin && (
        <Link to="/bulletins/$id" params={{ id: bulletin.id }} className={style['text']} data-row={id} onClick={open}>
          {bulletin.title}
        </Link>
      )}
      {swap && (
        <Link to="/duties" className={style['text']} data-row={id} onClick={open}>
          {t(`notice.swap.${swap.status}`, { who: who ?? '', day: day(swap.day), otherDay: day(swap.otherDay) })}
        </Link>
      )}
      {said && <p className={style['said']}>{said}</p>}
      <p className={style['facts']}>
        <span className="docno">{matter?.number ?? bulletin?.number}</span>
        {granted !== null && <span>{t(granted ? 'notice.granted' : 'notice.denied')}</span>}
        {due && <span>{t(dueKey(row), { day: day(due) })}</span>}
        <span>{t('web.notices.why', { why: t(`notice.why.${why}`) })}</span>
      </p>
    </article>
  );
}

const dueKey = (row: NoticeRow): string =>
  row.kind === 'session' ? 'notice.session-on' : isOffices(row) ? 'notice.due-office' : 'web.notices.due';
