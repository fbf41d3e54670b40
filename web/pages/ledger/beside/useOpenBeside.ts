import { useEffect, useEffectEvent } from 'react';
import { useHotkey } from '../../../keys/useHotkey.ts';
import { useLedgerSearch } from '../useLedgerSearch.ts';

/** The matter follows the keys after they have rested so long, so that a walk down the list opens nothing on its way. */
const REST_MS = 180;

type Rows = { active: string | null; first: string | undefined; narrow: boolean };

/** Opens rows beside the list: by `o` the one that the keys stand on, and while one is open whichever they go to. */
export function useOpenBeside({ active, first, narrow }: Rows) {
  const { search, change } = useLedgerSearch();
  const open = narrow ? undefined : search.open;
  const follow = useEffectEvent((id: string) => {
    if (open !== undefined && open !== id) change({ open: id }, { replace: true });
  });
  useEffect(() => {
    if (active === null) return;
    const timer = setTimeout(() => follow(active), REST_MS);
    return () => clearTimeout(timer);
  }, [active]);
  const toggleBeside = () => {
    if (open !== undefined) return change({ open: undefined });
    const id = active ?? first;
    if (id !== undefined && !narrow) change({ open: id });
  };
  useHotkey('o', toggleBeside);
  return {
    toggleBeside,
    openBeside: (id: string): void => change({ open: id }, { replace: true }),
  };
}
