import type { PartyView } from '../../../src/matters/parties/parties.contract.ts';
import { useT } from '../../i18n/language.tsx';
import style from '../Field.module.css';
import { numbersFrom } from './given.ts';
import rows from './Rows.module.css';

type Props = {
  id: string;
  label: string;
  describedBy: string | undefined;
  parties: readonly PartyView[];
  value: unknown;
  onChange: (value: number[]) => void;
};

/** Those of the parties that came, or that signed. */
export function PartyBoxes({ id, label, describedBy, parties, value, onChange }: Props) {
  const t = useT();
  const chosen = numbersFrom(value);
  if (!parties.length) return <p className="quiet">{t('web.between.nobody')}</p>;
  return (
    <fieldset id={id} aria-label={label} aria-describedby={describedBy} className={rows['bare']}>
      {parties.map(({ n, name }) => (
        <label key={n} className={style['check']}>
          <input
            type="checkbox"
            checked={chosen.includes(n)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, n].toSorted((a, b) => a - b) : chosen.filter((one) => one !== n),
              )
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
