import type { AlikeMatters } from '../../../src/matters/alike/alike.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Alike.module.css';

/** Matters that are like another, each with what both have in common. Each opens in a tab of its own: what is being written stays. */
export function AlikeList({ rows }: { rows: AlikeMatters['rows'] }) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <ul className={style['list']}>
      {rows.map(({ matter, nearlySame, shared }) => (
        <li key={matter.id}>
          <a href={`/matters/${matter.id}`} target="_blank" rel="noreferrer">
            {matter.text}
          </a>
          <p>
            <span>{matter.number}</span>
            <span>{matter.lead ? t('web.lead.of', { unit: unitName(matter.lead) }) : t('web.lead.none')}</span>
            <MatterSlip row={matter} />
            <span>{t(nearlySame ? 'web.alike.nearly-same' : 'web.alike.shared', { shared })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
