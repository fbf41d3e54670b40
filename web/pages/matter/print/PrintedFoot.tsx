import { useSyncExternalStore } from 'react';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './PrintedFoot.module.css';

let printedAt = new Date().toISOString();
const subscribe = (told: () => void): (() => void) => {
  const print = () => {
    printedAt = new Date().toISOString();
    told();
  };
  window.addEventListener('beforeprint', print);
  return () => window.removeEventListener('beforeprint', print);
};

/** Under a printed matter: who printed it and when, as a paper lies on while the matter goes on. Not on the screen. */
export function PrintedFoot() {
  const t = useT();
  const { instant } = useFormat();
  const { caller } = useSession();
  const at = useSyncExternalStore(subscribe, () => printedAt);
  return <p className={style['foot']}>{t('print.by', { who: caller.name, title: caller.title, at: instant(at) })}</p>;
}
