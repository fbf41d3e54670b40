import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentAnnouncement, onAnnouncement } from './announce.ts';
import style from './Announcer.module.css';

const SHOWN_MS = 6000;

/** Says what came of an act, at the foot of the page (at the head of a phone’s) and to a screen reader, and takes nothing away from the hands. */
export function Announcer() {
  const said = useSyncExternalStore(onAnnouncement, currentAnnouncement);
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setOver(said.at), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const shown = said && said.at > over ? said : null;
  return (
    <output className={style['stand']} aria-live="polite">
      {shown && (
        <p key={shown.at} className={shown.tone === 'heard' ? 'unseen' : style['said']} data-tone={shown.tone}>
          {shown.text}
        </p>
      )}
    </output>
  );
}
