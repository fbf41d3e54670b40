import type { ActKind, Mechanism } from '../../../../../src/mechanism/contract.ts';
import { transitions } from '../../../../../src/mechanism/transitions.rules.ts';

/** A way from one stage to another, and the acts that lead it; `from` is null for the beginning of a matter. */
export type Way = { from: string | null; to: string; acts: ActKind[] };

/** Every way that leads somewhere else, the acts of one way together. */
export function waysOf(mechanism: Mechanism): Way[] {
  const ways = new Map<string, Way>();
  for (const { from, act, to } of transitions(mechanism)) {
    if (from === to) continue;
    const name = `${from ?? ''}→${to}`;
    const way = ways.get(name) ?? { from, to, acts: [] };
    way.acts.push(act);
    ways.set(name, way);
  }
  return [...ways.values()];
}

/**
 * A way drawn beside the column of stages: `lane` counts from the stages outwards, to the right for ways onward and to the left
 * for ways back; 0 is the straight way to the next stage.
 */
export type Drawn = { way: Way; from: number; to: number; side: 'straight' | 'onward' | 'back'; lane: number };
export type Picture = { stages: string[]; drawn: Drawn[]; onward: number; back: number };

/**
 * Places the picture of a mechanism: stages below each other in the order of the file, ways in lanes beside them, so that no two
 * ways lie over each other and each has room for its words. Shorter ways take the inner lanes. The beginning is row −1.
 */
export function layOut(mechanism: Mechanism): Picture {
  const stages = Object.keys(mechanism.stages);
  const row = (stage: string | null): number => (stage === null ? -1 : stages.indexOf(stage));
  const all = waysOf(mechanism).map((way) => ({ way, from: row(way.from), to: row(way.to) }));
  const span = ({ from, to }: { from: number; to: number }) => Math.abs(to - from);
  const taken: Record<'onward' | 'back', { top: number; bottom: number }[][]> = { onward: [], back: [] };
  const drawn = all
    .toSorted((a, b) => span(a) - span(b) || a.from - b.from)
    .map((one): Drawn => {
      if (one.to === one.from + 1) return { ...one, side: 'straight', lane: 0 };
      const side = one.to > one.from ? 'onward' : 'back';
      const [top, bottom] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
      const free = taken[side].findIndex((lane) => lane.every((other) => other.bottom <= top || other.top >= bottom));
      const lane = free < 0 ? taken[side].push([]) - 1 : free;
      taken[side][lane]!.push({ top, bottom });
      return { ...one, side, lane: lane + 1 };
    });
  return { stages, drawn, onward: taken.onward.length, back: taken.back.length };
}
