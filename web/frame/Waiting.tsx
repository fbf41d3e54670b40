import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../i18n/language.tsx';
import style from './Waiting.module.css';

/** Lines where text will stand, or why none will; nothing at all in the first 300 ms, so that what is quick does not flicker. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const t = useT();
  const [late, setLate] = useState(false);
  const online = useSyncExternalStore(listen, isOnline);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  if (!online) return <output className="quiet">{t('web.waiting.no-line')}</output>;
  return (
    <output className={style['lines']} aria-label={t('web.waiting')}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} style={{ width: `${92 - ((i * 37) % 40)}%` }} />
      ))}
    </output>
  );
}

const isOnline = (): boolean => navigator.onLine;

function listen(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
