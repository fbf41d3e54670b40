import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoundFigures } from '../../../../src/figures/contract.ts';
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

/** The last meeting with how far its assignments have come; `isLoading` until there is nothing more to come of it. */
export function useLastMeeting() {
  const { today } = useFormat();
  const rounds = useInfiniteQuery(roundsQuery);
  const last = lastMeeting(rounds.data?.pages.flatMap(({ rows }) => rows) ?? [], today);
  const figures = useQuery({ ...figuresQuery(last?.id ?? '', null), enabled: last !== undefined });
  return { last, figures: figures.data, isLoading: rounds.isLoading || figures.isLoading };
}

type Props = { last: RoundRow; figures: RoundFigures };

/** How far last week’s assignments have come, as one sentence whose numbers open their matters. */
export function LastMeeting({ last, figures }: Props) {
  const t = useT();
  const { day } = useFormat();
  const opening = useOpened();
  return (
    <section aria-label={t('brief.last')}>
      <FiguresContext value={opening.figures}>
        <p className={style['sentence']}>
          <CompletionSentence
            intro={t('brief.last.of', { number: last.number, day: day(last.heldOn) })}
            figures={figures}
          />{' '}
          <Link to="/rounds/$id" params={{ id: last.id }}>
            {t('brief.last.open')}
          </Link>
        </p>
      </FiguresContext>
      {opening.opened && <CountedMatters shown={opening.opened} close={opening.close} />}
    </section>
  );
}
