import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, memo, startTransition, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { Icon } from '../../../frame/Icon.tsx';
import { LongTitle } from '../../../frame/LongTitle.tsx';
import { afterPaint } from '../../../frame/useAfterPaint.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { matterQuery } from '../../../matters/queries.ts';
import { Fault } from '../../../problems/Fault.tsx';
import { Numbered } from '../../matter/Numbered.tsx';
import style from './MatterPane.module.css';

const MatterBody = lazy(async () => ({ default: (await import('../../matter/MatterBody.tsx')).MatterBody }));

type Props = {
  id: string;
  /** What the list says of it: stands here until more has come. */
  known: MatterRow | undefined;
  onClose: () => void;
};

/**
 * A matter beside the list that it was opened from: the very matter of its page, with every act. Its heading is there at once, all
 * else after it was painted. Escape closes it, and nothing of it is drawn again for that.
 */
export const MatterPane = memo(function MatterPane({ id, known, onClose }: Props) {
  const t = useT();
  const { data: view, error } = useQuery(matterQuery(id));
  const [headed, setHeaded] = useState<string>();
  useEffect(() => afterPaint(() => startTransition(() => setHeaded(id))), [id]);
  const row = view?.row ?? known;
  const pane = useRef<HTMLElement>(null);
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // What stands open above or within the pane is closed first, by itself.
    if (document.querySelector('dialog[open], [popover]:popover-open')) return;
    if (pane.current?.querySelector('form') || document.querySelector('[aria-expanded="true"]:focus')) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  useEffect(() => {
    // Scrolling answers with a promise in newer browsers, which an effect must not.
    pane.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <section ref={pane} className={style['pane']} aria-label={t('ledger.beside')}>
      <div className={style['bar']}>
        <Link to="/matters/$id" params={{ id }}>
          {t('ledger.beside.whole')}
        </Link>
        <button type="button" className={style['close']} aria-label={t('ledger.beside.close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {error && <Fault error={error} />}
      {row && (
        <header className={style['head']}>
          <Numbered row={row} round={view?.roundName ?? null}>
            {null}
          </Numbered>
          <LongTitle key={id} as="h2">
            {row.text}
          </LongTitle>
        </header>
      )}
      {(view || !error) && (
        <Suspense fallback={<Waiting lines={10} />}>
          {view && headed === id ? <MatterBody key={id} view={view} /> : <Waiting lines={10} />}
        </Suspense>
      )}
    </section>
  );
});
