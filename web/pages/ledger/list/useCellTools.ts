import { useMemo } from 'react';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useCategoryNames } from '../../../schemes/useCategories.ts';
import { useUnits } from '../../../units/useUnits.ts';
import { schemesOf } from '../filters/stagesOf.ts';
import { useStages } from '../useStages.ts';
import type { CellTools, ColumnKey } from './columns.tsx';

const NONE: readonly string[] = [];

/**
 * What the cells of these columns are drawn with; the same object until something of it is another, as rows are drawn again only for
 * what is new.
 */
export function useCellTools(keys: readonly ColumnKey[]): CellTools {
  const t = useT();
  const { day, left } = useFormat();
  const { unitName } = useUnits();
  const { mechanisms, stageName, mechanismName } = useStages();
  // Whole schemes are fetched for their names: not where nobody looks at them.
  const categoryName = useCategoryNames(keys.includes('category') ? schemesOf(mechanisms, undefined) : NONE);
  return useMemo(
    () => ({ t, day, left, unitName, stageName, mechanismName, categoryName }),
    [t, day, left, unitName, stageName, mechanismName, categoryName],
  );
}
