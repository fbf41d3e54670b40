import { z } from 'zod';
import { problem, type Problem } from '../../kernel/index.ts';

/**
 * A fault for each parameter of an address that its route does not take, e.g. `stagee`: unsaid, a list would come unfiltered as if it had
 * been asked for so. Known ones are told the nearest first. None where the schema is none of an object, or a loose one, as
 * that of a standard whose clients send parameters of their own.
 */
export function unknownNames(schema: z.ZodType, query: unknown): Problem[] {
  if (!(schema instanceof z.ZodObject) || schema.def.catchall !== undefined) return [];
  const known = Object.keys(schema.shape);
  return Object.keys(query as object)
    .filter((name) => !known.includes(name))
    .slice(0, MOST)
    .map((name) =>
      problem(
        'http.query-unknown',
        { name, known: nearestFirst(name.slice(0, LONGEST), known) },
        { status: 400, pointer: `?${name}` },
      ),
    );
}

/** So many are told at once. */
const MOST = 8;
/** No parameter is called by more; what is longer is compared by its beginning. */
const LONGEST = 40;

const nearestFirst = (name: string, known: readonly string[]): string[] => {
  const plain = name.toLowerCase();
  const far = new Map(known.map((one) => [one, distance(plain, one.toLowerCase())]));
  return known.toSorted((a, b) => far.get(a)! - far.get(b)!);
};

/** How many letters must be put in, left out or exchanged to make one name of the other; two that changed places count once. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
