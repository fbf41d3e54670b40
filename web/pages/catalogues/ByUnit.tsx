import { Link } from '@tanstack/react-router';
import type { Matrix } from '../../../src/matters/catalogues/matrix.contract.ts';
import { tally } from '../../../src/matters/catalogues/matrix.rules.ts';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { UnitPicker } from '../../units/UnitPicker.tsx';
import { Sign } from './Sign.tsx';
import { useCellWords } from './useCellWords.ts';
import style from './Catalogues.module.css';

type Props = { matrix: Matrix; unit: string | undefined; onUnit: (unit: string) => void };

/** On a phone one unit at a time, one's own first: what it has to do with each item. */
export function ByUnit({ matrix, unit, onUnit }: Props) {
  const t = useT();
  const words = useCellWords();
  const { units: own } = useSession().caller;
  const shown = unit ?? matrix.units.find((one) => own.includes(one)) ?? matrix.units[0] ?? null;
  const rows = matrix.items.flatMap((item) =>
    item.cells.filter((cell) => cell.unit === shown).map((cell) => ({ item, cell })),
  );
  const { n, done, exempt } = tally(rows.map(({ cell }) => cell));
  return (
    <>
      <UnitPicker
        label={t('catalogues.unit')}
        must
        among={matrix.units}
        value={shown}
        onChange={(one) => one && onUnit(one)}
      />
      <p className="quiet">{t('catalogues.count', { done, n: n - exempt, exempt })}</p>
      <ul className={style['lines']}>
        {rows.map(({ item, cell }) => (
          <li key={cell.id} data-dropped={item.dropped !== null}>
            <Link to="/matters/$id" params={{ id: cell.id }}>
              <Sign standing={cell.standing} late={cell.late} outworded={cell.outworded} />
              <span>
                <span className={style['item']}>{item.item}</span> <span className={style['text']}>{item.text}</span>
                <span className={style['stands']}>
                  {words(cell)}
                  {item.dropped !== null && ` · ${t('catalogues.dropped-by', { edition: item.dropped })}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
