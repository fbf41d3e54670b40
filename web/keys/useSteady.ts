import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for the life of a component that always does what the newest one would: handed to many rows, it gives none of
 * them a reason to be drawn again. Called by events alone, never while drawing.
 */
export function useSteady<A extends unknown[], R>(newest: (...given: A) => R): (...given: A) => R {
  const held = useRef(newest);
  useLayoutEffect(() => {
    held.current = newest;
  });
  return useCallback((...given: A) => held.current(...given), []);
}
