import { useCallback, useMemo, useState } from 'react';
import type { Figures, Shown } from './opened.ts';

/** The number that is looked at, and the one whose matters are open. */
export function useOpened() {
  const [pointed, point] = useState<Shown | null>(null);
  const [opened, open] = useState<Shown | null>(null);
  const figures = useMemo<Figures>(() => ({ point, open }), []);
  const close = useCallback(() => open(null), []);
  return { figures, pointed, opened, close };
}
