import { useEffect, useRef, useState } from 'react';
import type { AppealView } from '../../../src/counter/contract.ts';
import { api } from '../../api.ts';
import { useAsked, wantsSignIn } from '../ask.ts';
import style from '../Counter.module.css';
import { useLooking } from '../useLooking.ts';
import { Trouble } from '../Trouble.tsx';
import { Way } from '../way.tsx';
import { useWords } from '../words.tsx';
import { EvaluateForm } from './EvaluateForm.tsx';
import { LateNote } from './LateNote.tsx';
import { NoteForm } from './NoteForm.tsx';
import { OwnWords } from './OwnWords.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { SaidList } from './SaidList.tsx';
import type { Late, OnDone } from './useAppealAct.ts';
import { Where } from './Where.tsx';

type Props = { id: string; onKind: (kind: AppealView['kind'] | null) => void };

/** An appeal as whoever raised it sees it: where it stands, what is asked of them, what was said. `onKind`: what the city calls such. */
export function AppealPage({ id, onKind }: Props) {
  const { t } = useWords();
  const { data, error, again, put } = useAsked(`appeal ${id}`, (signal) =>
    api.get<AppealView>(`/api/counter/appeals/${id}`, signal),
  );
  const [late, setLate] = useState<Late | null>(null);
  const newest = useRef(data);
  useEffect(() => void (newest.current = data), [data]);
  const kind = data?.kind ?? null;
  useEffect(() => {
    onKind(kind);
    return () => onKind(null);
    // Anew for another name, not for each answer that holds the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kind?.zh, kind?.en, onKind]);
  // Of two acts under way the later may be answered first.
  const take: OnDone = (view, tooLate) => {
    setLate(tooLate ?? null);
    if (!newest.current || view.newest >= newest.current.newest) put(view);
  };
  // What others do to it shows by itself; but nothing is taken away under somebody who writes: what they send then is held against what has moved.
  const here = useRef<HTMLDivElement>(null);
  useLooking(data !== null, async (signal) => {
    const view = await api.get<AppealView>(`/api/counter/appeals/${id}`, signal);
    const writing = [...(here.current?.querySelectorAll('textarea') ?? [])].some(({ value }) => value.trim() !== '');
    if (newest.current && view.newest > newest.current.newest && !writing) put(view);
  });
  if (wantsSignIn(error))
    return (
      <>
        <h1>{t('appeal.follow')}</h1>
        <div className={style['ways']}>
          <Way to="/appeal/follow" className={style['primary']}>
            {t('appeal.follow')}
          </Way>
          <Way to="/appeal/sign-in" className={style['plain']}>
            {t('appeal.sign-in')}
          </Way>
        </div>
      </>
    );
  if (error) return <Trouble error={error} onAgain={again} />;
  if (!data) return null;
  return (
    <div ref={here} className={style['whole']}>
      <p className="quiet">{data.number}</p>
      <OwnWords>{data.text}</OwnWords>
      {/〔[^〕]{2,5}\d+〕/u.test(data.text) && <p className="quiet">{t('appeal.own.marks')}</p>}
      <Where view={data} />
      {late && !data.may.some((kind) => kind === late.kind) && (
        <LateNote words={late.words} noted={data.may.includes('note')} />
      )}
      {data.may.includes('reply') && <ReplyForm view={data} onDone={take} />}
      {data.may.includes('evaluate') && <EvaluateForm view={data} onDone={take} />}
      <SaidList view={data} />
      {data.sealed && data.phase === 'closed' && !data.may.includes('note') && (
        <>
          <p className={style['note']}>{t('sealed.ended', { number: data.number })}</p>
          <div className={style['ways']}>
            <Way to="/clue" className={style['plain']}>
              {t('sealed.ended.new')}
            </Way>
          </div>
        </>
      )}
      {data.may.includes('note') && <NoteForm view={data} onDone={take} />}
      <p>
        <Way to="/appeal/own">{t('appeal.own')}</Way>
      </p>
    </div>
  );
}
