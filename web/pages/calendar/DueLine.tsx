import { Link } from '@tanstack/react-router';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './DueLine.module.css';

/** A matter on the day that it falls due, in one line: who leads it and its words, in the colour of its slip. */
export function DueLine({ row }: { row: MatterRow }) {
  const t = useT();
  const { unitName } = useUnits();
  const slip = row.slip === 'overdue' || row.slip === 'soon' ? row.slip : 'calm';
  return (
    <li>
      <Link to="/matters/$id" params={{ id: row.id }} className={style['line']} data-slip={slip} data-row>
        {slip === 'overdue' && <span className="unseen">{t('web.slip.overdue')}</span>}
        {row.lead && <b>{unitName(row.lead)}</b>} {row.text}
      </Link>
    </li>
  );
}
