import { useEffect, type RefObject } from 'react';

type Pane = RefObject<HTMLElement | null>;

/**
 * Scrolls two panes together by the items that both hold: the line being read in one is found between its two nearest
 * items and shown between the same two in the other. The pane last touched leads, so that they never chase each other.
 */
export function useScrollTogether(left: Pane, right: Pane): void {
  useEffect(() => {
    const [a, b] = [left.current, right.current];
    if (!a || !b) return;
    const stop = new AbortController();
    let leader: HTMLElement | null = null;
    for (const [pane, follower] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const touch of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
        pane.addEventListener(touch, () => (leader = pane), { signal: stop.signal, passive: true });
      pane.addEventListener('scroll', () => leader === pane && follow(pane, follower), {
        signal: stop.signal,
        passive: true,
      });
    }
    return () => stop.abort();
  }, [left, right]);
}

function follow(pane: HTMLElement, follower: HTMLElement): void {
  const room = pane.scrollHeight - pane.clientHeight;
  if (room <= 0) return;
  const line = pane.scrollTop * (pane.scrollHeight / room);
  const there = between(pairs(pane, follower), line);
  follower.scrollTop = there * ((follower.scrollHeight - follower.clientHeight) / follower.scrollHeight);
}

/** Where each item stands in both panes, from the top to the end, rising on both sides. */
function pairs(pane: HTMLElement, follower: HTMLElement): [number, number][] {
  const places = heights(follower);
  const known = [...heights(pane)].flatMap(([id, y]): [number, number][] =>
    places.has(id) ? [[y, places.get(id)!]] : [],
  );
  const found: [number, number][] = [[0, 0]];
  for (const [y, there] of known.toSorted((p, q) => p[0] - q[0])) {
    const last = found.at(-1)!;
    if (y > last[0] && there > last[1]) found.push([y, there]);
  }
  return [...found, [pane.scrollHeight, follower.scrollHeight]];
}

function heights(pane: HTMLElement): Map<string, number> {
  const top = pane.getBoundingClientRect().top - pane.scrollTop;
  const anchors = pane.querySelectorAll<HTMLElement>('[data-anchor]');
  return new Map([...anchors].map((anchor) => [anchor.dataset['anchor']!, anchor.getBoundingClientRect().top - top]));
}

function between(known: [number, number][], y: number): number {
  const after = known.findIndex(([here]) => here >= y);
  const [hi, lo] = [known[Math.max(1, after)]!, known[Math.max(1, after) - 1]!];
  return lo[1] + ((y - lo[0]) / Math.max(1, hi[0] - lo[0])) * (hi[1] - lo[1]);
}
