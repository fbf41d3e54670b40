import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { within } from './zoom.ts';

/** A finger has meant to turn the page when it went so far, and further sideways than along. */
const SWIPE_PX = 56;
/** How much larger a double click makes. */
const CLOSER = 2;

type Point = { x: number; y: number };
type Touching = { at: Map<number, Point>; from: Point; apart: number; zoom: number };

const distance = ([a, b]: Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);
const pointOf = (event: PointerEvent): Point => ({ x: event.clientX, y: event.clientY });

/** Two fingers make larger and smaller, and so does a double click on a picture; one finger turns to the next or the previous file while the whole is shown. */
export function useTouches(zoom: number, setZoom: (zoom: number) => void, step: (by: 1 | -1) => void) {
  const touching = useRef<Touching>({ at: new Map(), from: { x: 0, y: 0 }, apart: 0, zoom: 1 });
  const lift = (event: PointerEvent): boolean => {
    const now = touching.current;
    const down = now.at.delete(event.pointerId);
    const pinched = now.apart > 0;
    if (now.at.size === 0) now.apart = 0;
    return down && !pinched;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return;
      const now = touching.current;
      now.at.set(event.pointerId, pointOf(event));
      if (now.at.size === 1) now.from = pointOf(event);
      if (now.at.size === 2) Object.assign(now, { apart: distance([...now.at.values()]), zoom });
    },
    onPointerMove: (event: PointerEvent) => {
      const now = touching.current;
      if (!now.at.has(event.pointerId)) return;
      now.at.set(event.pointerId, pointOf(event));
      if (now.at.size === 2 && now.apart > 0) setZoom(within((now.zoom * distance([...now.at.values()])) / now.apart));
    },
    onPointerUp: (event: PointerEvent) => {
      const { from } = touching.current;
      if (!lift(event) || zoom > 1) return;
      const [across, along] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(along)) step(across < 0 ? 1 : -1);
    },
    onPointerCancel: (event: PointerEvent) => void lift(event),
    onDoubleClick: ({ target }: MouseEvent) => {
      // In a text it marks a word.
      if (target instanceof HTMLImageElement) setZoom(zoom > 1 ? 1 : CLOSER);
    },
  };
}
