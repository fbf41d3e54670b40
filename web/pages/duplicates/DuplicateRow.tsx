import { useState } from 'react';
import type { DuplicateMatter } from '../../../src/intake/duplicates/contract.ts';
import { dayOf } from '../../../src/kernel/day.ts';
import { readable } from '../../../src/platform/i18n/wording.rules.ts';
import { ActForm, formAhead } from '../../acts/ActForm.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { MatterBrief } from '../../matters/MatterBrief.tsx';
import { useStages } from '../ledger/useStages.ts';
import { Compare } from './Compare.tsx';
import style from './Duplicates.module.css';

type Props = {
  matter: DuplicateMatter;
  /** The one that the others are joined to. */
  main: DuplicateMatter;
  may: boolean;
  busy: boolean;
  onMain: () => void;
  onApart: () => void;
  onJoined: () => void;
};

/** One matter of a group: what it has in common with the one that stays, and the way into it, or out of the group. */
export function DuplicateRow({ matter, main, may, busy, onMain, onApart, onJoined }: Props) {
  const { t, find } = useLanguage();
  const { day } = useFormat();
  const { stageName } = useStages();
  const [open, setOpen] = useState<'join' | 'compare' | null>(null);
  const { row, shared, gathered, unable } = matter;
  const { number } = row;
  const into = main.row.number;
  const isMain = row.id === main.row.id;
  const toggle = (what: 'join' | 'compare') => setOpen(open === what ? null : what);
  const why = unable && t(unable.code, readable({ ...unable.params, number: into }, find));
  const stage = stageName(row.mechanism, row.stage);
  return (
    <li data-main={isMain}>
      <MatterBrief matter={row} apart>
        {/* What others are joined to may be answered: whoever joins to it reads that first. */}
        {row.phase === 'answered' ? <b>{stage}</b> : <span>{stage}</span>}
        <span>{t('duplicates.registered', { day: day(dayOf(new Date(row.registeredAt))) })}</span>
        {gathered > 0 && <span>{t('duplicates.gathered', { n: gathered })}</span>}
        {shared.length > 0 && <span>{t('duplicates.shared', { shared })}</span>}
      </MatterBrief>
      {isMain ? (
        <p className={style['main']}>{may && t('duplicates.main')}</p>
      ) : (
        <div className={style['acts']}>
          {may && (
            <Button
              size="small"
              color="primary"
              variant="outlined"
              disabled={unable !== null}
              aria-label={t('duplicates.join-of', { number, into })}
              aria-expanded={open === 'join'}
              aria-describedby={unable ? `${row.id}-why` : undefined}
              onPointerEnter={formAhead}
              onFocus={formAhead}
              onClick={() => toggle('join')}
            >
              {t('duplicates.join', { number: into })}
            </Button>
          )}
          <Button
            size="small"
            aria-label={t('duplicates.compare-of', { number, into })}
            aria-expanded={open === 'compare'}
            onClick={() => toggle('compare')}
          >
            {t('duplicates.compare')}
          </Button>
          {may && (
            <>
              <Button size="small" loading={busy} aria-label={t('duplicates.apart-of', { number })} onClick={onApart}>
                {t('duplicates.apart')}
              </Button>
              <Button
                size="small"
                aria-label={t('duplicates.make-main-of', { number })}
                onClick={() => {
                  setOpen(null);
                  onMain();
                }}
              >
                {t('duplicates.make-main')}
              </Button>
              {why && (
                <span id={`${row.id}-why`} className="faint">
                  {why}
                </span>
              )}
            </>
          )}
        </div>
      )}
      {open === 'compare' && !isMain && <Compare one={main.row} other={row} />}
      {open === 'join' && !isMain && (
        <ActForm
          key={into}
          matter={row}
          kind="join"
          begin={{ into }}
          onDone={() => {
            setOpen(null);
            onJoined();
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </li>
  );
}
