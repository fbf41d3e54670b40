import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Keeps in the middle what was in the middle, when what is shown becomes larger or smaller. */
export function useKeptMiddle(stage: RefObject<HTMLElement | null>, zoom: number): void {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const room = stage.current;
    const ratio = zoom / before.current;
    before.current = zoom;
    if (!room || ratio === 1) return;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = room;
    room.scrollTo({
      left: (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
      top: (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
    });
  }, [stage, zoom]);
}
