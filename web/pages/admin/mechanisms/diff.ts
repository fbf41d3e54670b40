/** One line of a comparison; its numbers in the old and the new text, from 1. */
export type DiffLine = { kind: 'same' | 'gone' | 'new'; text: string; old: number | null; now: number | null };

/** How one text became another, line by line: the longest common run of lines stays, the rest went or came. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  // What is alike at both ends needs no table, and most changes are a few lines in the middle.
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const lines: DiffLine[] = [];
  const push = (kind: DiffLine['kind'], text: string, old: number | null, now: number | null) =>
    lines.push({ kind, text, old: old === null ? null : old + 1, now: now === null ? null : now + 1 });
  for (let n = 0; n < head; n++) push('same', a[n]!, n, n);
  for (const step of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)))
    push(step.kind, step.text, step.i === null ? null : step.i + head, step.j === null ? null : step.j + head);
  for (let n = tail; n > 0; n--) push('same', a.at(-n)!, a.length - n, b.length - n);
  return lines;
}

type Step = { kind: DiffLine['kind']; text: string; i: number | null; j: number | null };

function middle(a: readonly string[], b: readonly string[]): Step[] {
  /** `longest[i][j]`: the most lines that `a` from i on and `b` from j on have in common, in order. */
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) steps.push({ kind: 'same', text: a[i]!, i: i++, j: j++ });
    else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      steps.push({ kind: 'gone', text: a[i]!, i: i++, j: null });
    else steps.push({ kind: 'new', text: b[j]!, i: null, j: j++ });
  }
  return steps;
}

/** Only what changed, with so many lines around it; a null stands for lines left out. */
export function around(lines: readonly DiffLine[], context: number): (DiffLine | null)[] {
  const near = lines.map((_, n) =>
    lines.slice(Math.max(0, n - context), n + context + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, n) => (near[n] ? [line] : near[n - 1] || n === 0 ? [null] : []));
}
