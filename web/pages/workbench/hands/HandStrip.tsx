import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Owed } from '../../../../src/matters/hands/hands.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { useUnits } from '../../../units/useUnits.ts';
import { useStands, type Stands } from '../useStands.ts';
import { handsQuery } from './hands.queries.ts';
import style from './HandStrip.module.css';

/** So many who have nothing in hand stand among the others. */
const MOST_IDLE = 3;

/** A head’s people: each with what they have in hand and how much of it is late, and what nobody has; each number opens its list. */
export function HandStrip({ hand, onStands }: { hand: string | undefined; onStands: Stands }) {
  const t = useT();
  const { caller } = useSession();
  const { unitName } = useUnits();
  const { data, isLoading } = useQuery(handsQuery);
  useStands(!isLoading, onStands);
  if (!data) return null;
  // A station has thirty people of whom a few have something: the others do not push the work below the fold.
  const idle = data.rows.filter(({ seat, total }) => total === 0 && seat !== hand);
  const folded = new Set(idle.length > MOST_IDLE ? idle : []);
  const several = new Set(data.rows.map(({ unit }) => unit)).size > 1;
  const line = (key: string, who: string, of: string, owed: Owed) => (
    <li key={key} className={style['hand']} data-on={hand === key}>
      <span className={style['who']}>
        <b>{who}</b> <span className="quiet">{of}</span>
      </span>
      <Number to={key} n={owed.total} filter={undefined} who={who} on={hand === key} />
      <Number to={key} n={owed.overdue} filter="overdue" who={who} on={false} />
      <span className={style['late']}>{owed.workdaysLate !== null && t('hands.late', { n: owed.workdaysLate })}</span>
    </li>
  );
  const person = ({ seat, name, title, unit, ...owed }: (typeof data.rows)[number]) =>
    line(
      seat,
      seat === caller.seat ? t('hands.me', { name }) : name,
      several ? `${unitName(unit)} ${title}` : title,
      owed,
    );
  return (
    <section aria-labelledby="hands" className={style['hands']}>
      <h2 id="hands">{t('hands.title')}</h2>
      <ul>
        {data.rows.filter((row) => !folded.has(row)).map(person)}
        {line('none', t('hands.nobody'), t('hands.nobody.what'), data.nobody)}
      </ul>
      {data.sealed > 0 && <p className="faint">{t('hands.sealed', { n: data.sealed })}</p>}
      {folded.size > 0 && (
        <details className={style['idle']}>
          <summary>{t('hands.idle', { n: folded.size })}</summary>
          <ul>{[...folded].map(person)}</ul>
        </details>
      )}
    </section>
  );
}

type NumberProps = { to: string; n: number; filter: 'overdue' | undefined; who: string; on: boolean };

/** A number that opens the list it counts; nought opens nothing. */
function Number({ to, n, filter, who, on }: NumberProps) {
  const t = useT();
  const word = filter ? 'hands.overdue' : 'hands.total';
  if (n === 0) return <span className={style['nought']}>{t(word, { n })}</span>;
  return (
    <Link
      to="/"
      search={filter ? { hand: to, filter } : { hand: to }}
      data-part={filter ?? 'total'}
      className={style['number']}
      aria-current={on ? 'true' : undefined}
      aria-label={t('hands.open', { who, what: t(word, { n }) })}
      activeOptions={{ exact: true }}
    >
      {t(word, { n })}
    </Link>
  );
}
