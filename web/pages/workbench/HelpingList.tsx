import { Link } from '@tanstack/react-router';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './HelpingList.module.css';

/** What this seat was asked to help with: it owes nothing of it, and whose it is stands beside. */
export function HelpingList({ rows }: { rows: readonly MatterRow[] }) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <section aria-labelledby="helping" className={style['helping']}>
      <h2 id="helping">{t('web.helping')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <MatterSlip row={row} />
            <Link to="/matters/$id" params={{ id: row.id }}>
              {row.text}
            </Link>
            <span className="faint">
              {row.lead ? t('web.lead.of', { unit: unitName(row.lead) }) : t('web.lead.none')} · {row.number}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
