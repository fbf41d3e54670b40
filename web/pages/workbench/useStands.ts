import { useLayoutEffect } from 'react';

export type Stands = (stands: boolean) => void;

/** Tells the page whether what stands above its list is all there, or has failed, before anything of it is drawn: see AboveList. */
export function useStands(stands: boolean, tell: Stands): void {
  useLayoutEffect(() => tell(stands), [stands, tell]);
}
