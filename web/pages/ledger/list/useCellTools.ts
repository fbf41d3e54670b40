import { useMemo } from 'react';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { useStages } from '../useStages.ts';
import type { CellTools } from './columns.tsx';

/** What cells are drawn with; the same object until something of it is another, as rows are drawn again only for what is new. */
export function useCellTools(): CellTools {
  const t = useT();
  const { day, left } = useFormat();
  const { unitName } = useUnits();
  const { stageName, mechanismName } = useStages();
  return useMemo(
    () => ({ t, day, left, unitName, stageName, mechanismName }),
    [t, day, left, unitName, stageName, mechanismName],
  );
}
