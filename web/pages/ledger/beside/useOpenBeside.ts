import { useEffect, useEffectEvent } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useHotkey } from '../../../keys/useHotkey.ts';
import { useBeside } from './beside.ts';

/** The matter follows the keys after they have rested so long, so that a walk down the list opens nothing on its way. */
const REST_MS = 180;

type List = { active: string | null; rows: readonly MatterRow[]; narrow: boolean };

/** Opens rows beside the list: by `o` the one that the keys stand on, and while one is open whichever they go to. */
export function useOpenBeside({ active, rows, narrow }: List) {
  const { shown, show } = useBeside();
  const openBeside = (id: string): void => {
    const row = rows.find((one) => one.id === id);
    if (row) show(row, { replace: true });
  };
  const follow = useEffectEvent((id: string) => {
    if (!narrow && shown() !== undefined && shown() !== id) openBeside(id);
  });
  useEffect(() => {
    if (active === null) return;
    const timer = setTimeout(() => follow(active), REST_MS);
    return () => clearTimeout(timer);
  }, [active]);
  const toggleBeside = () => {
    if (shown() !== undefined) return show(undefined);
    const row = rows.find(({ id }) => id === active) ?? rows[0];
    if (row && !narrow) show(row);
  };
  useHotkey('o', toggleBeside);
  return { toggleBeside, openBeside };
}
