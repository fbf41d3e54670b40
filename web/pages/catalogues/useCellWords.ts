import type { MatrixCell } from '../../../src/matters/catalogues/matrix.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** Where a part stands, in the mechanism's own words, with its day while that runs. */
export function useCellWords(): (cell: MatrixCell) => string {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  return ({ stage, late, due, outworded }) => {
    if (outworded !== null) return t('catalogues.cell.outworded', { stage: stage[language], edition: outworded });
    const words = late ? t('catalogues.cell.late', { stage: stage[language] }) : stage[language];
    return due === null ? words : t('catalogues.cell.due', { words, due: day(due) });
  };
}
