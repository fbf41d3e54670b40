import field from '../../../acts/Field.module.css';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { IndicatorFields } from './IndicatorFields.tsx';
import { MoreFields } from './MoreFields.tsx';
import { LONGEST_REST } from '../../../../src/intake/plans/plan.contract.ts';
import { isPart, isProposed, type RowProps } from './planRows.ts';
import style from './NewPlan.module.css';

type Props = RowProps & { onRemove: () => void; onAdd: () => void };

/** What is wrong there stands open. */
const IN_MORE: ReadonlySet<string> = new Set(['parts', 'plan', 'weight', 'proposed']);

/** One matter of a plan that is looked over: its words; of an indicator also how much, in which unit, by quarter, and by whom. */
export function PlanRowForm({ onRemove, onAdd, ...given }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const { n, row, fault, onChange } = given;
  const typed = row.quarters.some(Boolean);
  const settled = {
    unit: row.lead,
    measure: row.in,
    part: !isPart(row),
    about: false,
    quarters: !isProposed(row),
    // Not before a unit is chosen can they be held against the year.
    'quarters-unit': false,
    'quarters-falls': typed,
    'quarters-unclear': typed,
    'quarters-misfit': typed,
  };
  const unsure = row.unsure.filter((one) => !settled[one]).map((one) => t(`plans.unsure.${one}`));
  if (row.indicator && row.strange?.length) unsure.push(t('plans.strange', { names: row.strange }));
  return (
    <li
      id={`row-${row.id}`}
      className={style['row']}
      data-indicator={row.indicator}
      style={{ '--depth': row.depth } as React.CSSProperties}
    >
      <div className={style['line']}>
        <span className={style['n']} aria-hidden>
          {n}
        </span>
        <input
          className={`${field['input']} ${style['words']}`}
          aria-label={`${t('plans.item', { n })} ${t('plans.words')}`}
          aria-invalid={fault === 'words'}
          maxLength={400}
          value={row.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Button size="small" aria-label={`${t('plans.remove')} ${row.text}`} onClick={onRemove}>
          {t('plans.remove')}
        </Button>
      </div>
      {row.principle && <p className="quiet">{t('plans.principle')}</p>}
      {row.indicator && <IndicatorFields {...given} />}
      {/* Whoever helps is chosen below, where it is folded: told here, or nobody saw that the text names them. */}
      {row.indicator && row.co.length > 0 && (
        <p className="quiet">{t('plans.helped-by', { names: row.co.map(unitName) })}</p>
      )}
      {row.indicator && row.rest && <p className="quiet">{t('plans.belongs', { words: row.rest })}</p>}
      {row.rest && row.rest.length > LONGEST_REST && (
        <p className={style['unsure']}>{t('plans.rest-cut', { n: row.rest.length })}</p>
      )}
      {row.printed && <p className="quiet">{t('plans.printed', { words: row.printed })}</p>}
      {row.said && <p className="quiet">{t('plans.said', { words: row.said })}</p>}
      {unsure.length > 0 && <p className={style['unsure']}>{unsure.join(t('trees.and'))}</p>}
      <details
        className={style['more']}
        open={isProposed(row) || (fault !== null && IN_MORE.has(fault)) ? true : undefined}
      >
        <summary>{t(row.indicator ? 'plans.quarters' : 'plans.weight')}</summary>
        <MoreFields {...given} />
        {!row.indicator && row.rest && <p className="quiet">{row.rest}</p>}
        {isProposed(row) && (
          <Button
            size="small"
            data-check
            aria-label={`${t('plans.checked')} ${row.text}`}
            onClick={() => onChange({ checked: true })}
          >
            {t('plans.checked')}
          </Button>
        )}{' '}
        <Button size="small" onClick={onAdd}>
          {t('plans.add')}
        </Button>
      </details>
    </li>
  );
}
