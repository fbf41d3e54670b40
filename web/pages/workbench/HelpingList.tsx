import { Link } from '@tanstack/react-router';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import { Slip } from '../../slips/Slip.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { useStages } from '../ledger/useStages.ts';
import style from './HelpingList.module.css';

/** What this seat was asked to help with, and apart from it, first, what is sealed and named for this seat, and waits for another who is named. */
export function HelpingList({ rows }: { rows: readonly MatterRow[] }) {
  const [own, others] = [rows.filter(({ sealed }) => sealed), rows.filter(({ sealed }) => !sealed)];
  return (
    <>
      {own.length > 0 && <Helped what="web.helping.named" rows={own} />}
      {others.length > 0 && <Helped what="web.helping" rows={others} />}
    </>
  );
}

/** Of what a unit leads this seat owes nothing, and whose it is stands beside. */
function Helped({ what, rows }: { what: 'web.helping' | 'web.helping.named'; rows: readonly MatterRow[] }) {
  const t = useT();
  const { unitName } = useUnits();
  const { day } = useFormat();
  const { stageName } = useStages();
  return (
    <section aria-labelledby={what} className={style['helping']}>
      <h2 id={what}>{t(what)}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {/* What no unit leads, as what is sealed, those who are named for it owe by a clock of its own. */}
            {row.lead || !row.office ? (
              <MatterSlip row={row} />
            ) : (
              <Slip slip={row.office.slip} left={row.office.workdaysLeft} />
            )}
            <Link to="/matters/$id" params={{ id: row.id }}>
              {row.text}
            </Link>
            <span className="faint">
              {[
                row.lead && t('web.lead.of', { unit: unitName(row.lead) }),
                row.number,
                stageName(row.mechanism, row.stage),
                !row.lead && row.office && day(row.office.due),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
