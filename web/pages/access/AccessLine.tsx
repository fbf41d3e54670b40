import { Link } from '@tanstack/react-router';
import type { ShownRow } from '../../../src/privacy/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import style from './Access.module.css';

/** One showing: who looked, of which office, when; whose data, and what for. */
export function AccessLine({ row }: { row: ShownRow }) {
  const t = useT();
  const { instant } = useFormat();
  const { unitName } = useUnits();
  const { at, who, title, unit, purpose, matter, enterprise } = row;
  return (
    <li className={style['line']}>
      <span>
        <strong>{who}</strong>{' '}
        <span className="quiet">{[unit && unitName(unit), title].filter(Boolean).join(' ')}</span>
      </span>
      <span>{t('access.purpose', { purpose })}</span>
      <span className="quiet">
        {instant(at)}
        {' · '}
        {matter && !matter.readable ? (
          t('access.matter-unread', { number: matter.number })
        ) : matter ? (
          <Link to="/matters/$id" params={{ id: matter.id }}>
            {matter.number}
          </Link>
        ) : (
          t('access.no-matter')
        )}
        {enterprise && ` · ${enterprise}`}
      </span>
    </li>
  );
}
