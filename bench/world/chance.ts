/** Chance that comes out the same in every run (mulberry32), so that two runs measure the same city. */
export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** 0, 1, …, n − 1. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: (from) => from[below(from.length)]! };
}

/** Draws 0 … n − 1, the k-th with a weight of 1 / (k + 1)^steep: a few units have most of the matters. */
export function zipf(n: number, steep: number): (c: Chance) => number {
  const sums: number[] = [];
  for (let k = 0, sum = 0; k < n; k++) sums.push((sum += 1 / (k + 1) ** steep));
  const whole = sums[n - 1]!;
  return (c) => {
    const x = c.next() * whole;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
