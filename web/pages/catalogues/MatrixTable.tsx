import { Link } from '@tanstack/react-router';
import { useRef, type KeyboardEvent } from 'react';
import type { Matrix, MatrixItem } from '../../../src/matters/catalogues/matrix.contract.ts';
import { tally } from '../../../src/matters/catalogues/matrix.rules.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { gridStep } from './gridStep.ts';
import { Sign } from './Sign.tsx';
import { useCellWords } from './useCellWords.ts';
import style from './Catalogues.module.css';

/**
 * Items by units. The heads stay in sight; the arrows go from cell to cell, Enter opens the unit's part; both sides are counted up
 * (struck off / all but those that do not apply).
 */
export function MatrixTable({ matrix }: { matrix: Matrix }) {
  const t = useT();
  const { unitName } = useUnits();
  const table = useRef<HTMLTableElement>(null);
  const { items, units } = matrix;
  const move = (event: KeyboardEvent) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-at]') ?? [])];
    const at = links.find((link) => link === document.activeElement)?.dataset['at'];
    const to =
      at && gridStep(event.key, at, new Set(links.map((link) => link.dataset['at']!)), [items.length, units.length]);
    if (!to) return;
    event.preventDefault();
    links.find((link) => link.dataset['at'] === to)?.focus();
  };
  const whole = tally(items.flatMap(({ cells }) => cells));
  return (
    <section
      className={style['scroll']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than the page is reached by the keys
      tabIndex={0}
      aria-label={t('catalogues.keys')}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go between its links */}
      <table ref={table} className={style['matrix']} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t('catalogues.column.text')}</th>
            {units.map((unit) => (
              <th key={unit} scope="col">
                {unitName(unit)}
              </th>
            ))}
            <th scope="col">{t('catalogues.total.done')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, row) => (
            <Row key={item.id} item={item} units={units} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('catalogues.total.done')}</th>
            {units.map((unit) => (
              <Count key={unit} of={tally(items.flatMap(({ cells }) => cells.filter((cell) => cell.unit === unit)))} />
            ))}
            <Count of={whole} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({ item, units, row }: { item: MatrixItem; units: readonly string[]; row: number }) {
  const t = useT();
  const { unitName } = useUnits();
  const words = useCellWords();
  return (
    <tr data-dropped={item.dropped !== null}>
      <th scope="row">
        <Link to="/matters/$id" params={{ id: item.id }} title={item.text}>
          <span className={style['item']}>{item.item}</span> {item.text}
        </Link>
        {item.dropped !== null && (
          <span className="quiet">{t('catalogues.dropped-by', { edition: item.dropped })}</span>
        )}
      </th>
      {units.map((unit, column) => (
        <td key={unit}>
          {item.cells
            .filter((cell) => cell.unit === unit)
            .map((cell, i) => (
              <Link
                key={cell.id}
                to="/matters/$id"
                params={{ id: cell.id }}
                // The arrows go to the first; a second is reached by Tab.
                {...(i === 0 ? { 'data-at': `${row}:${column}` } : {})}
                aria-label={t('catalogues.cell', { unit: unitName(unit), item: item.item, words: words(cell) })}
                title={words(cell)}
              >
                <Sign standing={cell.standing} late={cell.late} outworded={cell.outworded} />
              </Link>
            ))}
        </td>
      ))}
      <Count of={tally(item.cells)} />
    </tr>
  );
}

/** Struck off, of all that are to be: what does not apply is none of these. */
function Count({ of: { n, done, exempt } }: { of: { n: number; done: number; exempt: number } }) {
  const t = useT();
  return (
    <td title={t('catalogues.count', { done, n: n - exempt, exempt })}>
      {done} / {n - exempt}
    </td>
  );
}
