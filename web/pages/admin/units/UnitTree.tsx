import { useMemo, useState } from 'react';
import type { ListedUnit } from '../../../../src/directory/contract.ts';
import field from '../../../acts/Field.module.css';
import { useT } from '../../../i18n/language.tsx';
import { narrowed, treeOf } from './tree.ts';
import { UnitBranch } from './UnitBranch.tsx';
import style from './UnitTree.module.css';

/** All units as a tree, narrowed by part of a name, or of how it is typed by sound. */
export function UnitTree({ units, chosen }: { units: readonly ListedUnit[]; chosen: string | undefined }) {
  const t = useT();
  const [words, setWords] = useState('');
  const [retired, setRetired] = useState(false);
  const tree = useMemo(() => treeOf(narrowed(units, words, retired, chosen)), [units, words, retired, chosen]);
  return (
    <section aria-label={t('admin.units.tree')} className={style['tree']}>
      <input
        type="search"
        className={field['input']}
        value={words}
        aria-label={t('admin.units.find')}
        placeholder={t('admin.units.find')}
        onChange={(event) => setWords(event.target.value)}
      />
      <label className={field['check']}>
        <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
        {t('admin.units.retired')}
      </label>
      {units.length > 0 && tree.length === 0 && <p className="quiet">{t('admin.units.none-found')}</p>}
      <UnitBranch nodes={tree} chosen={chosen} />
    </section>
  );
}
