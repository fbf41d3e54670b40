import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Transfer } from '../../src/platform/transfers/contract.ts';
import { announce } from '../frame/announce.ts';
import { useT } from '../i18n/language.tsx';
import { Progress } from './Progress.tsx';
import { underWay, useTransfers } from './transfers.ts';
import { unwatch, useWatched, watch } from './watched.ts';
import style from './TransferStrip.module.css';

/** What goes on behind, on whatever page one is: how far each is, and what has ended since it was last looked away. */
export function TransferStrip() {
  const t = useT();
  const all = useTransfers();
  const watched = useWatched();
  const told = useRef(new Set<string>());
  const going = all.filter(underWay);
  const ended = all.filter((one) => watched.has(one.id) && !underWay(one) && one.status !== 'cancelled');
  useEffect(() => {
    for (const { id } of going) watch(id);
    for (const one of ended) {
      if (told.current.has(one.id)) continue;
      told.current.add(one.id);
      announce(endText(t, one), 'heard');
    }
  }, [going, ended, t]);
  if (going.length + ended.length === 0) return null;
  return (
    <aside className={style['strip']} aria-label={t('transfers.title')}>
      {going.map((one) => (
        <p key={one.id} className={style['line']}>
          <Link to="/transfers">{t(`transfers.${one.kind}.going`, { title: one.title })}</Link>
          <Progress of={one} />
        </p>
      ))}
      {ended.map((one) => (
        <p key={one.id} className={style['line']}>
          <span>{endText(t, one)}</span>
          <span className={style['ends']}>
            {one.file ? (
              <a href={`/api/transfers/${one.id}/file`} download={one.file.name} onClick={() => unwatch(one.id)}>
                {t('transfers.download')}
              </a>
            ) : (
              <Link to="/transfers" onClick={() => unwatch(one.id)}>
                {t('transfers.look')}
              </Link>
            )}
            <button type="button" onClick={() => unwatch(one.id)}>
              {t('web.close')}
            </button>
          </span>
        </p>
      ))}
    </aside>
  );
}

const endText = (t: ReturnType<typeof useT>, { kind, status, title, done }: Transfer): string =>
  t(`transfers.${kind}.${status}`, { title, n: done.toLocaleString('en-US') });
