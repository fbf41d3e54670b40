import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './BulkBar.module.css';

type Props = { rows: readonly MatterRow[]; why: ReadonlyMap<string, string> };

/** The chosen rows on which the last act was not done, each with its reason. */
export function BulkLeft({ rows, why }: Props) {
  const t = useT();
  const left = rows.filter(({ id }) => why.has(id));
  if (!left.length) return null;
  return (
    <details className={style['left']}>
      <summary>{t('ledger.bulk.left', { n: left.length })}</summary>
      <ul>
        {left.map(({ id, number, text }) => (
          <li key={id}>
            <span className="docno">{number}</span> {text}
            <p className={style['why']}>{why.get(id)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
