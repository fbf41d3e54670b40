import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DebarmentActKind, DebarmentRow } from '../../../src/debarments/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { ActForm } from './ActForm.tsx';
import style from './Debarments.module.css';
import { LookForm } from './LookForm.tsx';
import { ServiceForm } from './ServiceForm.tsx';
import { isVoid, serviceTexts, stageText } from './stepText.ts';
import { untilTexts } from './untilText.ts';
import { isUnread, offeredOf } from './offered.ts';

const ASK_AGAIN_MS = 2000;

/** Reads the register anew while an entry is shown whose decision document was not opened yet: the link that opens it leads past the page. */
function useOpenedSoon(waiting: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!waiting) return undefined;
    const asking = setInterval(() => void queries.invalidateQueries({ queryKey: ['debarments'] }), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [waiting, queries]);
}

/** One entry: who it is shows only to whoever says what for; what may be done to it stands below. */
export function DebarmentLine({ row }: { row: DebarmentRow }) {
  const t = useT();
  const { date, day, today } = useFormat();
  const [open, setOpen] = useState<DebarmentActKind | 'look' | null>(null);
  const { kind, stage, from, until, proposed, approved, review, appeal, liftedOn } = row;
  const services = serviceTexts(t, date, row);
  const notes = [
    t('debarments.proposed-by', { who: proposed.who }),
    approved && t('debarments.approved-by', { who: approved.who }),
    review && t(`debarments.review.${review}`),
    appeal && t(`debarments.appeal.${appeal}`),
    ...services.map(({ name, noted }) => noted && `${name} ${noted}`),
    liftedOn && !isVoid(row) && t('debarments.lifted-on', { day: day(liftedOn) }),
  ].filter(Boolean);
  const { acts, ways } = offeredOf(row);
  const untilWhen = untilTexts(t, date, row, ways, today);
  useOpenedSoon(open === 'look' && acts.some(({ why }) => isUnread(why)));
  const close = () => setOpen(null);
  return (
    <li className={style['line']}>
      <div className={style['head']}>
        <span className={style['stage']} data-stage={stage}>
          {stageText(t, row)}
        </span>
        {services.map(
          ({ of, mark }) =>
            mark && (
              <span key={of} className={style['stage']} data-stage="unserved">
                {mark}
              </span>
            ),
        )}
        <strong>{t(`debarments.kind.${kind}`)}</strong>
        <span>{t('debarments.term', { from: date(from), until: date(until) })}</span>
      </div>
      <div className="quiet">{notes.join(' · ')}</div>
      <div className={style['acts']}>
        <Button size="small" aria-expanded={open === 'look'} onClick={() => setOpen(open === 'look' ? null : 'look')}>
          {t(open === 'look' ? 'debarments.hide' : 'debarments.look')}
        </Button>
        {acts.map(({ kind: act, allowed, why }) => (
          <Button
            key={act}
            size="small"
            disabled={!allowed}
            title={why ? t(why) : undefined}
            onClick={() => setOpen(act as DebarmentActKind)}
          >
            {t(`debarments.act.${act}`)}
          </Button>
        ))}
      </div>
      {untilWhen.length > 0 && <p className="faint">{untilWhen.join(' · ')}</p>}
      {acts.map(
        ({ kind: act, why }) => why && <p key={act} className="faint">{`${t(`debarments.act.${act}`)}：${t(why)}`}</p>,
      )}
      {open === 'look' && <LookForm id={row.id} onCancel={close} />}
      {open === 'note-service' && <ServiceForm row={row} onDone={close} />}
      {open !== null && open !== 'look' && open !== 'note-service' && (
        <ActForm key={open} row={row} kind={open} onDone={close} />
      )}
    </li>
  );
}
