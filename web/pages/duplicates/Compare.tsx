import { comparedWith } from '../../../src/intake/duplicates/compare.rules.ts';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import style from './Duplicates.module.css';

/** Two matters beside each other, word by word; what the other does not say is underlined in each. */
export function Compare({ one, other }: { one: MatterRow; other: MatterRow }) {
  const t = useT();
  return (
    <div>
      <div className={style['compare']}>
        <Side row={one} other={other.text} />
        <Side row={other} other={one.text} />
      </div>
      <p className="faint">{t('duplicates.only')}</p>
    </div>
  );
}

function Side({ row, other }: { row: MatterRow; other: string }) {
  return (
    <section aria-label={row.number}>
      <h3 className="docno">{row.number}</h3>
      <p lang="zh">{comparedWith(row.text, other).map(({ text, only }, n) => (only ? <u key={n}>{text}</u> : text))}</p>
    </section>
  );
}
