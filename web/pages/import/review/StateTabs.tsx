import { RowState, type ImportView } from '../../../../src/intake/sheets/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Review.module.css';

type Props = { counts: ImportView['counts']; state: RowState | undefined; onState: (state?: RowState) => void };

/** How many rows the table has, whatever has become of each. */
export const rowsIn = (counts: ImportView['counts']): number =>
  RowState.options.reduce((sum, one) => sum + (counts[one] ?? 0), 0);

/** The rows by what is the matter with them, each with how many. */
export function StateTabs({ counts, state, onState }: Props) {
  const t = useT();
  const all = rowsIn(counts);
  const tabs = RowState.options.filter((one) => (counts[one] ?? 0) > 0 || one === state);
  return (
    <fieldset className={style['tabs']} aria-label={t('import.rows')}>
      <button type="button" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
        {t('import.state.all')} {all}
      </button>
      {tabs.map((one) => (
        <button key={one} type="button" data-state={one} aria-pressed={state === one} onClick={() => onState(one)}>
          {t(`import.state.${one}`)} {counts[one]}
        </button>
      ))}
    </fieldset>
  );
}
