import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoundRow } from '../../../../src/matters/rounds/round.contract.ts';
import { addDays, weekday } from '../../../../src/kernel/day.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { CompletionSentence } from '../../round/completion/CompletionSentence.tsx';
import { CountedMatters } from '../../round/figures/CountedMatters.tsx';
import { FiguresContext } from '../../round/figures/opened.ts';
import { useOpened } from '../../round/figures/useOpened.ts';
import { figuresQuery, roundsQuery } from '../../round/round.queries.ts';
import style from './Brief.module.css';

/** The meeting of last week, or the last one before this week. What this week's assigned has only just begun. */
export const lastMeeting = (rounds: readonly RoundRow[], today: string): RoundRow | undefined => {
  const monday = addDays(today, 1 - weekday(today));
  return rounds.filter(({ heldOn }) => heldOn < monday).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0];
};

/** How far last week's assignments have come, as one sentence whose numbers open their matters. */
export function LastMeeting() {
  const t = useT();
  const { day, today } = useFormat();
  const { data: rounds } = useInfiniteQuery(roundsQuery);
  const last = lastMeeting(rounds?.pages.flatMap(({ rows }) => rows) ?? [], today);
  const { data } = useQuery({ ...figuresQuery(last?.id ?? '', null), enabled: last !== undefined });
  const { figures, opened, close } = useOpened();
  if (!last || !data) return null;
  return (
    <section aria-label={t('brief.last')}>
      <FiguresContext value={figures}>
        <p className={style['sentence']}>
          <CompletionSentence
            intro={t('brief.last.of', { number: last.number, day: day(last.heldOn) })}
            figures={data}
          />{' '}
          <Link to="/rounds/$id" params={{ id: last.id }}>
            {t('brief.last.open')}
          </Link>
        </p>
      </FiguresContext>
      {opened && <CountedMatters shown={opened} close={close} />}
    </section>
  );
}
