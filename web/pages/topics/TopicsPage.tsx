import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { addDays } from '../../../src/kernel/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { TopicLine } from './TopicLine.tsx';
import { topicsQuery, useCount } from './topics.queries.ts';
import style from './Topics.module.css';

/** What most matters of a week are about. */
export function TopicsPage() {
  const t = useT();
  const { week: asked } = useSearch({ from: '/desk/topics' });
  const { day, instant } = useFormat();
  const { data, error } = useQuery(topicsQuery(asked));
  const count = useCount(asked, data?.week);
  return (
    <Page title={t('hot.title')} lead={t('hot.lead')} width="reading">
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={5} />}
      {data && (
        <>
          <div className={style['bar']}>
            <Link to="/topics" search={{ week: addDays(data.week, -7) }}>
              {t('hot.before')}
            </Link>
            <b>{t('hot.week', { from: day(data.week), to: day(addDays(data.week, 6)) })}</b>
            {data.week < data.thisWeek && (
              <Link to="/topics" search={{ week: addDays(data.week, 7) }}>
                {t('hot.after')}
              </Link>
            )}
          </div>
          {count.error && <Fault error={count.error} />}
          {data.countedAt === null ? (
            <Nothing say={t('hot.uncounted')}>
              <Button type="primary" loading={count.isPending} onClick={() => count.mutate()}>
                {t('hot.count-now')}
              </Button>
            </Nothing>
          ) : (
            <>
              <div className={style['counted']}>
                <span>
                  {t('hot.counted', { at: instant(data.countedAt), registered: data.registered })}
                  {data.read < data.registered && ` · ${t('hot.partly', { read: data.read })}`}
                </span>
                <Button loading={count.isPending} onClick={() => count.mutate()}>
                  {t('hot.count-again')}
                </Button>
              </div>
              {data.topics.length === 0 && (
                <Nothing say={t('hot.none')}>
                  <Link
                    to="/ledger"
                    search={{ registeredFrom: data.week, registeredTo: addDays(data.week, 6), phase: 'any' }}
                  >
                    {t('hot.ledger')}
                  </Link>
                </Nothing>
              )}
              <ul>
                {data.topics.map((topic) => (
                  <TopicLine key={topic.words.join(' ')} topic={topic} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Page>
  );
}
