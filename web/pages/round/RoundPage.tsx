import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fault } from '../../frame/Fault.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { useRowKeys } from '../../keys/useRowKeys.ts';
import { RoundBoard } from './board/RoundBoard.tsx';
import { Completion } from './completion/Completion.tsx';
import { CountedMatters } from './figures/CountedMatters.tsx';
import { FiguresContext } from './figures/opened.ts';
import { useOpened } from './figures/useOpened.ts';
import { RoundActions } from './RoundActions.tsx';
import { RoundLead } from './RoundLead.tsx';
import style from './Round.module.css';
import { roundTitle } from './roundTitle.ts';
import { roundQuery } from './round.queries.ts';

/** One numbered meeting: how the one before went, and where each of its own matters stands. */
export function RoundPage() {
  const t = useT();
  useRowKeys();
  const { id } = useParams({ from: '/desk/rounds/$id' });
  const { data, error } = useQuery(roundQuery(id));
  const { figures, opened, close } = useOpened();
  if (!data) return error ? <Fault error={error} /> : <Waiting lines={10} />;
  const { round, before, matters } = data;
  return (
    <Page
      width="whole"
      title={roundTitle(t, round)}
      lead={<RoundLead round={round} />}
      actions={<RoundActions round={round} />}
    >
      <FiguresContext value={figures}>{before && <Completion key={before.id} before={before} />}</FiguresContext>
      <div className={style['paper']}>
        <RoundBoard key={round.id} round={round.id} matters={matters} />
      </div>
      {opened && <CountedMatters shown={opened} close={close} />}
    </Page>
  );
}
