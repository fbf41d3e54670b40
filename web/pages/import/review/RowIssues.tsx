import type { RowIssue } from '../../../../src/intake/sheets/contract.ts';
import { Link } from '@tanstack/react-router';
import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './Review.module.css';

type Props = { issues: readonly RowIssue[]; open: boolean; onUnit: (printed: string, unit: string) => void };

/** What is wrong with a row; for a unit that nobody knows the likeliest to choose from, in all rows that name it. */
export function RowIssues({ issues, open, onUnit }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  if (issues.length === 0) return null;
  return (
    <ul className={style['issues']}>
      {issues.map(({ field, level, detail, printed, offers, matter }) => (
        <li key={`${field} ${detail}`} data-level={level}>
          <span className={style['level']}>{t(`import.level.${level}`)}</span> {detail}{' '}
          {matter && (
            <Link to="/matters/$id" params={{ id: matter }}>
              {t('import.see')}
            </Link>
          )}
          {open && printed && (
            <span className={style['offers']}>
              {offers.map((unit) => (
                <button key={unit} type="button" onClick={() => onUnit(printed, unit)}>
                  {unitName(unit)}
                </button>
              ))}
              <span className={style['other']}>
                <UnitPicker
                  label={t('import.unit', { name: printed })}
                  placeholder={t('import.unit.other')}
                  size="small"
                  value={null}
                  onChange={(unit) => unit && onUnit(printed, unit)}
                />
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
