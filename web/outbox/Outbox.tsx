import { useT } from '../i18n/language.tsx';
import { OutboxLine } from './OutboxLine.tsx';
import type { Waiting } from './store.ts';
import style from './Outbox.module.css';

type Props = { acts: readonly Waiting[]; onMend: (act: Waiting) => void };

/** What waits for a line, and what was refused: that is a case for whoever did it, to be mended or given up, and never lost in silence. */
export function Outbox({ acts, onMend }: Props) {
  const t = useT();
  if (acts.length === 0) return null;
  const refused = acts.filter((act) => act.refused).length;
  return (
    <section className={style['outbox']} aria-labelledby="outbox">
      <h2 id="outbox">{t('outbox.title', { n: acts.length })}</h2>
      <p className="quiet">{t(refused ? 'outbox.refused' : 'outbox.waits', { n: refused })}</p>
      <ul>
        {acts.map((act) => (
          <OutboxLine key={act.id} act={act} onMend={onMend} />
        ))}
      </ul>
    </section>
  );
}
