import type { MatterView } from '../../../src/matters/contract.ts';
import type { Leg } from '../../../src/matters/story/story.contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useStageName } from '../../matters/useStageName.ts';
import { doerText } from '../../story/storyText.ts';
import { useUnits } from '../../units/useUnits.ts';
import { spentText } from './spentText.ts';
import style from './Way.module.css';

/** How the matter came to where it stands: each stage with its days, who led it there by what, and the working days spent. */
export function Way({ view }: { view: MatterView }) {
  const { t } = useLanguage();
  return (
    <details className={style['way']}>
      <summary>{t('way.open')}</summary>
      <ol>
        {view.way.map((leg) => (
          <Stretch key={`${leg.seq} ${leg.stage}`} leg={leg} view={view} />
        ))}
      </ol>
    </details>
  );
}

function Stretch({ leg, view }: { leg: Leg; view: MatterView }) {
  const { t } = useLanguage();
  const { day } = useFormat();
  const stage = useStageName(view);
  const { unitName } = useUnits(leg.from);
  const [from, until] = [day(cityDay(leg.from)), leg.until && day(cityDay(leg.until))];
  return (
    <li data-now={leg.until === null}>
      <b>{stage(leg.stage)}</b>
      <span className={style['days']}>
        {until === null ? t('way.since', { from }) : until === from ? from : t('way.span', { from, until })}
      </span>
      <span className={style['spent']}>{spentText(t, leg)}</span>
      <span className={style['who']}>
        {doerText(t, leg, unitName)} {leg.kind === 'release' ? t('way.release') : t(`matter.act.${leg.kind}`)}
      </span>
    </li>
  );
}
