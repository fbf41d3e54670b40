import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { peopleQuery } from '../admin.queries.ts';
import style from './Passwords.module.css';
import { Slips } from './Slips.tsx';
import { useHandOut } from './useHandOut.ts';
import { usePlaceOf } from './usePlaceOf.ts';

/** First passwords for everybody who has none yet: made when somebody stands ready to hand them over, on paper. */
export function PasswordsPage() {
  const t = useT();
  const placeOf = usePlaceOf();
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery(peopleQuery({ without: 'password' }));
  const people = data?.pages.flatMap((page) => page.rows) ?? [];
  // All of them: a sheet that leaves somebody out is found out at their desk.
  useEffect(() => {
    if (hasNextPage) void fetchNextPage();
  }, [hasNextPage, data, fetchNextPage]);
  const { slips, making, done } = useHandOut();
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('passwords.leave')),
    enableBeforeUnload: () => slips.length > 0,
    disabled: slips.length === 0,
  });
  return (
    <div className={style['desk']}>
      <Page
        title={t('passwords.title')}
        over={<Link to="/admin/people">{t('admin.nav.people')}</Link>}
        lead={t('passwords.lead')}
        width="reading"
      >
        {(error ?? making.error) && <Fault error={error ?? making.error} />}
        {slips.length > 0 && <Slips slips={slips} busy={making.isPending} onDone={done} />}
        {isPending && <Waiting lines={6} />}
        {data && people.length === 0 && slips.length === 0 && (
          <Nothing say={t('passwords.none')}>
            <Link to="/admin/people">{t('admin.nav.people')}</Link>
          </Nothing>
        )}
        {people.length > 0 && slips.length === 0 && (
          <>
            <Button
              type="primary"
              size="large"
              disabled={hasNextPage}
              loading={making.isPending}
              onClick={() => making.mutate(people)}
            >
              {t('passwords.make', { n: people.length })}
            </Button>
            <ul className={style['people']} aria-label={t('passwords.waiting')}>
              {people.map((person) => (
                <li key={person.id}>
                  <span className={style['name']}>{person.name}</span>
                  <span className="quiet">{person.login}</span>
                  <span className="quiet">{placeOf(person)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Page>
    </div>
  );
}
