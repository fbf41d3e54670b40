import { useEffect, useState } from 'react';
import { useT } from '../i18n/language.tsx';
import style from './Waiting.module.css';

/** Lines where text will stand; nothing at all in the first 300 ms, so that what is quick does not flicker. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <output className={style['lines']} aria-label={t('web.waiting')}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} style={{ width: `${92 - ((i * 37) % 40)}%` }} />
      ))}
    </output>
  );
}
