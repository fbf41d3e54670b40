import type { MatterView } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { alike } from './alike.ts';
import { AlikeClocks } from './AlikeClocks.tsx';
import { ClockBar } from './ClockBar.tsx';
import style from './Clocks.module.css';

/** All clocks of the matter: those that run first, alike ones of many units as one line, those that stopped folded away. */
export function Clocks({ view }: { view: MatterView }) {
  const t = useT();
  const running = alike(
    view.clocks.filter((clock) => !clock.stoppedAt),
    view.row.lead,
  );
  const stopped = view.clocks.filter((clock) => clock.stoppedAt);
  const bar = (clock: MatterView['clocks'][number]) => (
    <ClockBar key={`${clock.clock} ${clock.unit} ${clock.startedAt}`} clock={clock} view={view} />
  );
  return (
    <section className={style['clocks']} aria-labelledby="clocks">
      <h2 id="clocks">{t('web.clocks')}</h2>
      {running.length ? (
        <ul>
          {running.map((clocks) =>
            clocks.length === 1 ? (
              clocks.map(bar)
            ) : (
              <AlikeClocks key={`${clocks[0]!.clock} ${clocks[0]!.due}`} clocks={clocks} view={view}>
                {clocks.map(bar)}
              </AlikeClocks>
            ),
          )}
        </ul>
      ) : (
        <p className="quiet">{t('web.clocks.none')}</p>
      )}
      {stopped.length > 0 && (
        <details>
          <summary>{t('web.clocks.stopped', { n: stopped.length })}</summary>
          <ul>{stopped.map(bar)}</ul>
        </details>
      )}
    </section>
  );
}
