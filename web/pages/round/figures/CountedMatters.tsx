import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/language.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { ExportButton } from '../../../transfers/ExportButton.tsx';
import { MatterCard } from '../board/MatterCard.tsx';
import { roundQuery } from '../round.queries.ts';
import { percentOf } from './figure.ts';
import type { Shown } from './opened.ts';
import style from './CountedMatters.module.css';

/** The matters behind a number, beside the page. Takes the focus when it opens; Escape gives it back. */
export function CountedMatters({ shown, close }: { shown: Shown; close: () => void }) {
  const t = useT();
  const { data, error, isPending } = useQuery(roundQuery(shown.round));
  const panel = useRef<HTMLElement>(null);
  const { figure, of, group } = shown;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector('h2')?.focus();
    return () => void (before instanceof HTMLElement && before.focus({ preventScroll: true }));
  }, [shown]);
  useEffect(() => {
    const escape = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [close]);
  const counted = new Set(figure.matters);
  const matters = data?.matters.filter(({ id }) => counted.has(id)) ?? [];
  const hidden = data ? figure.matters.length - matters.length : 0;
  const title = [group, t(`documents.figure.${figure.key}`)].filter(Boolean).join(' · ');
  const percent = of && percentOf(figure.value, of.value);
  return (
    <aside ref={panel} className={style['panel']} aria-labelledby="counted">
      <div className={style['head']}>
        <h2 id="counted" tabIndex={-1}>
          {[title, t('documents.items', { n: figure.value })].join(' · ')}
        </h2>
        <button type="button" onClick={close}>
          {t('web.close')}
        </button>
      </div>
      {figure.matters.length > 0 && <ExportButton list={{ kind: 'chosen', title, ids: figure.matters }} />}
      {percent && (
        <p className="quiet">{t('documents.figure.parts', { part: figure.value, whole: of.value, percent })}</p>
      )}
      {isPending && <Waiting lines={4} />}
      {error && <Fault error={error} />}
      <ul className={style['list']}>
        {matters.map((row) => (
          <li key={row.id}>
            <MatterCard row={row} phase />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="faint">{t('documents.figure.hidden', { n: hidden })}</p>}
    </aside>
  );
}
