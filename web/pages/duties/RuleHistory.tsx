import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DutyDone } from '../../../src/duties/duty.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import style from './Duties.module.css';
import { rulesQuery } from './duties.queries.ts';
import { RuleWords } from './RuleWords.tsx';

/** What was done: a rule and from which day on, or which one was taken back, or from when on nobody is on duty, and why. */
function Done({ kind, given }: DutyDone) {
  const t = useT();
  const { date } = useFormat();
  if (kind === 'end-duty') return t('duties.rules.ended', { day: date(given.from), reason: given.reason });
  if (kind === 'take-back-duty') return t('duties.rules.taken-back', { day: date(given.since), reason: given.reason });
  return (
    <>
      <RuleWords rule={given} /> · {t('duties.since')} {date(given.since)}
      {given.eligible && ` · ${t('duties.rules.among', { n: given.eligible.length })}`}
    </>
  );
}

/** Who made the rule what it is, and when; asked for when it is opened. */
export function RuleHistory({ unit }: { unit: string }) {
  const t = useT();
  const { instant } = useFormat();
  const [open, setOpen] = useState(false);
  const { data, error, isLoading, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...rulesQuery(unit),
    enabled: open,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="duty-rules" className={style['history']}>
      <h2 id="duty-rules">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('duties.rules')}
        </Button>
      </h2>
      {open && (
        <>
          {error && <Fault error={error} />}
          {isLoading && <Waiting lines={2} />}
          <ol className={style['rules']}>
            {rows.map(({ id, at, who, done }) => (
              <li key={id}>
                <span className="quiet">
                  {instant(at)} {who || t('web.story.system')}
                </span>
                <span>
                  <Done {...done} />
                </span>
              </li>
            ))}
          </ol>
          {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
        </>
      )}
    </section>
  );
}
